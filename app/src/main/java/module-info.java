import org.jspecify.annotations.NullMarked;

/** The window, the command line and the figure. */
@NullMarked
module racelane.app {
    requires static org.jspecify;
    requires racelane.model;
    requires info.picocli;
    requires tools.jackson.core;
    requires javafx.controls;
    requires javafx.fxml;

    opens racelane.app.cli to
            info.picocli;

    uses racelane.model.spi.EventImporter;
}
