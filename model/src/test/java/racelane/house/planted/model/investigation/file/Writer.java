package racelane.house.planted.model.investigation.file;

import tools.jackson.core.json.JsonFactory;

/** May use JSON and start a thread. */
public final class Writer {
    private static final JsonFactory JSON = new JsonFactory();

    private Writer() {}

    static Thread writing() {
        return new Thread(JSON::getFormatName, "case-writer");
    }
}
