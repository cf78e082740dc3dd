package racelane.app.cli;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import racelane.model.event.Event;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.time.TimeText;
import racelane.model.window.RaceWindow;
import racelane.model.window.WindowRole;

/** Writes the windows found for people: rank, what, where, and the quoted lines of each step. */
final class WindowsText {
    private final PrintWriter out;
    private final Trace trace;
    private final ZoneId zone;

    WindowsText(PrintWriter out, Trace trace, ZoneId zone) {
        this.out = out;
        this.trace = trace;
        this.zone = zone;
    }

    void windows(List<RaceWindow> windows, long total, boolean truncated) {
        int rank = 1;
        for (RaceWindow window : windows) {
            window(rank++, window);
        }
        if (total == 0) {
            out.println("no window found");
        } else {
            out.printf(
                    Locale.ROOT,
                    "%d of %s%d window%s shown%n",
                    windows.size(),
                    truncated ? "at least " : "",
                    total,
                    total == 1 ? "" : "s");
        }
        out.flush();
    }

    void window(int rank, RaceWindow window) {
        out.printf(
                Locale.ROOT,
                "%d. %s  %s  %s  %s, %s  score %.2f  %s  id %s%n",
                rank,
                window.steps(),
                window.key(),
                TimeText.duration(window.range().duration()),
                window.verdict().word(),
                window.evidence().word(),
                window.score(),
                window.pattern(),
                window.id());
        if (!window.explanation().isEmpty()) {
            out.printf("   %s%n", window.explanation());
        }
        if (window.guarded()) {
            out.printf("   probably harmless: %s%n", window.guard());
        }
        if (!window.holdsIf().isEmpty()) {
            out.printf("   holds if %s%n", window.holdsIf());
        }
        int step = 1;
        for (WindowRole role : window.roles()) {
            step(step++, role);
        }
        for (EventRef symptom : window.symptoms()) {
            Event event = trace.at(symptom);
            out.printf(
                    "   the program said: %s  %s%n",
                    event.source().place(event.origin()),
                    WindowsJson.quote(event).lines().findFirst().orElse(""));
        }
        if (window.count() > 1) {
            out.printf(
                    Locale.ROOT,
                    "   %s%d matches of this window%n",
                    window.countExact() ? "" : "at least ",
                    window.count());
        }
    }

    private void step(int number, WindowRole role) {
        Event event = trace.at(role.event());
        out.printf(
                Locale.ROOT,
                "   %d  %s  %s  %s  %s%n",
                number,
                TimeText.clock(role.time(), zone, 6),
                event.lane().name().name(),
                event.source().place(event.origin()),
                WindowsJson.quote(event).replace("\n", "  …  "));
    }
}
