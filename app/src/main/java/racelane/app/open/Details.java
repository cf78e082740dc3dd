package racelane.app.open;

import java.io.PrintWriter;
import java.io.StringWriter;
import racelane.app.fx.Texts;

/** What a bug report needs of an error. */
public final class Details {
    private static final Texts TEXTS = Texts.of(Details.class);

    private Details() {}

    /** Returns the error with its stack. */
    public static String of(Throwable error) {
        StringWriter out = new StringWriter();
        error.printStackTrace(new PrintWriter(out));
        return out.toString();
    }

    /** Returns an error's message for people, with the cure where one is known. */
    static String words(Throwable error) {
        if (error instanceof OutOfMemoryError) {
            return TEXTS.get("memory");
        }
        String message = error.getMessage();
        return message == null ? error.getClass().getSimpleName() : message;
    }
}
