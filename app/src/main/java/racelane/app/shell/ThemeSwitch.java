package racelane.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Subscription;
import racelane.app.session.Session;
import racelane.app.session.ThemeChoice;
import racelane.app.theme.Fonts;
import racelane.model.scene.Theme;

/** Puts the look in force: the user's choice, or the platform's as it changes. */
final class ThemeSwitch {
    private final Session session;
    private final Scene scene;

    private ThemeSwitch(Session session, Scene scene) {
        this.session = session;
        this.scene = scene;
    }

    /** Follows the choice and the platform until it is told to stop; the platform outlives the window and would keep it. */
    static Subscription install(Session session, Scene scene) {
        ThemeSwitch it = new ThemeSwitch(session, scene);
        session.themeChoiceProperty().addListener((property, before, now) -> it.apply());
        Subscription platform = Platform.getPreferences().colorSchemeProperty().subscribe((before, now) -> it.apply());
        it.apply();
        return platform;
    }

    private void apply() {
        ThemeChoice choice = session.themeChoiceProperty().get();
        boolean dark = choice == ThemeChoice.DARK
                || (choice == ThemeChoice.SYSTEM && Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet(dark ? "dark.css" : "light.css"), sheet("racelane.css"));
        session.setTheme(dark ? Theme.DARK : Theme.LIGHT);
    }

    private static String sheet(String name) {
        URL url = Objects.requireNonNull(Fonts.class.getResource(name), name);
        return url.toExternalForm();
    }
}
