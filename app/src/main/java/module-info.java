import org.jspecify.annotations.NullMarked;

/** The window, the command line and the figure. */
@NullMarked
module racelane.app {
    requires static org.jspecify;
    requires racelane.model;
    requires static jdk.jfr; // RehearsalRecording, never started by the program itself
    requires java.desktop;
    requires info.picocli;
    requires org.slf4j;
    requires tools.jackson.core;
    requires javafx.controls;
    requires javafx.fxml;
    requires atlantafx.base;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;

    opens racelane.app.shell to
            javafx.fxml;
    opens racelane.app.stages to
            javafx.fxml;

    uses racelane.model.spi.EventImporter;
}
