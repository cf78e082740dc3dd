import org.jspecify.annotations.NullMarked;

/** Everything Racelane knows without a window on a screen: events, lanes, windows, the investigation, the scene. */
@NullMarked
module racelane.model {
    requires static transitive org.jspecify;
    requires tools.jackson.databind;

    exports racelane.model.clock;
    exports racelane.model.comparison;
    exports racelane.model.event;
    exports racelane.model.format;
    exports racelane.model.investigation.file;
    exports racelane.model.investigation;
    exports racelane.model.lane;
    exports racelane.model.pattern;
    exports racelane.model.progress;
    exports racelane.model.redaction;
    exports racelane.model.report;
    exports racelane.model.scene;
    exports racelane.model.source;
    exports racelane.model.spi;
    exports racelane.model.statistics;
    exports racelane.model.state;
    exports racelane.model.time;
    exports racelane.model.window;

    uses racelane.model.spi.EventImporter;
}
