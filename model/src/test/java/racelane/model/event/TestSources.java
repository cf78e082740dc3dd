package racelane.model.event;

import java.nio.file.Path;
import java.util.List;
import racelane.model.source.Account;
import racelane.model.source.ClockSetting;
import racelane.model.source.Interpretation;
import racelane.model.source.Source;
import racelane.model.source.SourceKind;
import racelane.model.source.SourceText;

/** Sources for tests that care for events only. */
public final class TestSources {
    private TestSources() {}

    /** Returns a source named {@code file} with the times and problems of {@code builder}. */
    public static Source of(String file, TraceBuilder builder) {
        return new Source(
                Path.of(file),
                "0".repeat(64),
                kind(file),
                "test " + file.substring(file.lastIndexOf('.') + 1),
                "wall clock",
                1,
                ClockSetting.NONE,
                new Account.Records(builder.size(), builder.size(), 0, 0),
                builder.firstTime(),
                builder.lastTime(),
                builder.extent(),
                List.of(),
                builder.problems(),
                SourceText.none(),
                Interpretation.FIXED);
    }

    private static SourceKind kind(String file) {
        return file.endsWith(".jfr") ? SourceKind.JFR : file.endsWith(".json") ? SourceKind.TRACE : SourceKind.LOG;
    }

    /** Seals {@code builder} as the file {@code file}. */
    public static EventTable seal(String file, TraceBuilder builder) {
        return builder.seal(of(file, builder));
    }
}
