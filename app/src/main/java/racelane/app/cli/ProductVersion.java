package racelane.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the program. */
public final class ProductVersion {
    private ProductVersion() {}

    /** Tells picocli the version. */
    static final class Provider implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"racelane " + text()};
        }
    }

    /** Returns the version, such as {@code 0.1.0}. */
    public static String text() {
        try (InputStream in = ProductVersion.class.getResourceAsStream("/racelane/app/version.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
