package racelane.app.cli;

import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racelane.model.scene.Theme;
import racelane.model.time.TimeRange;
import racelane.model.window.RaceWindow;

/**
 * What the user asked of a picture.
 *
 * @param focus the window to explain
 * @param range the time to show, else the window with room around it
 * @param lanes a glob for the lanes' names, or null for those that matter
 * @param width px
 * @param scale pixels of the file for each px
 * @param theme light or dark
 * @param title the headline, empty for one made from the window
 * @param zone zone of the absolute axis
 */
record FigureWish(
        Optional<RaceWindow> focus,
        Optional<TimeRange> range,
        @Nullable String lanes,
        int width,
        double scale,
        Theme theme,
        String title,
        ZoneId zone) {
    /** Returns the picture of a window with everything else by default. */
    static FigureWish of(Optional<RaceWindow> focus, ZoneId zone) {
        return new FigureWish(focus, Optional.empty(), null, 1800, 1, Theme.LIGHT, "", zone);
    }
}
