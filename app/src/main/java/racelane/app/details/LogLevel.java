package racelane.app.details;

import java.util.Locale;

/** How much a line matters, as loggers say it; each knows other names for it. */
public enum LogLevel {
    /** The finest. */
    TRACE,
    /** For whoever debugs. */
    DEBUG,
    /** The ordinary. */
    INFO,
    /** Worth a look. */
    WARN,
    /** Something failed. */
    ERROR;

    private static final int PINO_STEP = 10;

    /** Returns the level that a logger calls so; INFO for a word that is not known, so that a filter hides nothing by mistake. */
    public static LogLevel of(String word) {
        String name = word.strip().toUpperCase(Locale.ROOT);
        return switch (name) {
            case "T", "TRC", "TRACE", "FINEST", "FINER", "VERBOSE", "V", "SILLY" -> TRACE;
            case "D", "DBG", "DEBUG", "FINE", "CONFIG" -> DEBUG;
            case "W", "WRN", "WARN", "WARNING", "NOTICE" -> WARN;
            case "E",
                    "ERR",
                    "ERROR",
                    "SEVERE",
                    "F",
                    "FATAL",
                    "C",
                    "CRIT",
                    "CRITICAL",
                    "ALERT",
                    "A",
                    "EMERG",
                    "PANIC",
                    "EMERGENCY",
                    "DPANIC" -> ERROR;
            default -> numbered(name);
        };
    }

    /** Reads the numbers of bunyan and pino: 10 is trace, 50 and more an error. */
    private static LogLevel numbered(String name) {
        boolean number = name.length() == 2 && name.chars().allMatch(Character::isDigit);
        if (!number || Integer.parseInt(name) < PINO_STEP) {
            return INFO;
        }
        int index = Integer.parseInt(name) / PINO_STEP - 1;
        return values()[Math.clamp(index, 0, values().length - 1)];
    }
}
