package racelane.app.open;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a bug report needs of an error. */
public final class Details {
    private Details() {}

    /** Returns the error with its stack. */
    public static String of(Throwable error) {
        StringWriter out = new StringWriter();
        error.printStackTrace(new PrintWriter(out));
        return out.toString();
    }
}
