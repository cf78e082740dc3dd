package racelane.importers.sample;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The application's own event in the JFR recording: one call of the service. */
@Name("com.example.ProfileCall")
@Label("Profile Call")
@Category("Profile Service")
@StackTrace(false)
final class ProfileCall extends Event {
    @Label("Operation")
    String operation;

    @Label("Key")
    String key;

    @Label("Result")
    String result = "";

    ProfileCall(String operation, String key) {
        this.operation = operation;
        this.key = key;
    }
}
