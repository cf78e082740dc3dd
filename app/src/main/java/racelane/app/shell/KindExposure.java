package racelane.app.shell;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import racelane.app.stages.WindowExposure;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternLibrary;
import racelane.model.progress.Progress;
import racelane.model.window.Exposure;
import racelane.model.window.ExposureSurvey;
import racelane.model.window.MatchOptions;
import racelane.model.window.RaceWindow;

/** Measures the exposure of a window's pattern, over the keys of its kind, with the patterns of a library. */
record KindExposure(Supplier<PatternLibrary> patterns) implements WindowExposure {
    @Override
    public Optional<Exposure> of(Trace trace, RaceWindow window, Progress progress) {
        PatternLibrary library = patterns.get();
        MatchOptions options = MatchOptions.DEFAULT.withLinks(library.links().tables());
        return ExposureSurvey.of(trace, library.patterns(), Set.of(window.pattern()), options, progress).stream()
                .filter(exposure -> isOf(exposure.keys(), window.key()))
                .findFirst();
    }

    /** Tells whether a key is of a kind: {@code user:*} stands for {@code user:123}. */
    private static boolean isOf(String kind, String key) {
        return Pattern.matches(Pattern.quote(kind).replace("*", "\\E.*\\Q"), key);
    }
}
