import org.jspecify.annotations.NullMarked;

/** Readers of text logs, JFR recordings and trace JSON. Exports nothing: it only provides. */
@NullMarked
module racelane.importers {
    requires static org.jspecify;
    requires racelane.model;
    requires tools.jackson.core;
    requires jdk.jfr;

    provides racelane.model.spi.EventImporter with
            racelane.importers.log.LogImporter,
            racelane.importers.jfr.JfrImporter,
            racelane.importers.tracejson.ChromeTraceImporter,
            racelane.importers.tracejson.SpanJsonImporter;
}
