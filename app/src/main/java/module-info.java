import org.jspecify.annotations.NullMarked;

/** The window, the command line and the figure. */
@NullMarked
module racelane.app {
    requires static org.jspecify;
    requires racelane.model;
    requires java.desktop;
    requires javafx.graphics;
}
