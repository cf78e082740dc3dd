package racelane.model.format;

/**
 * A log format as its file says it, read but not yet understood.
 *
 * @param origin where it comes from: a path, or {@code built in}
 * @param text the words of the file
 * @param unreadable why the file could not be read; empty when it was
 */
public record FormatFile(String origin, String text, String unreadable) {
    /** The ending of format files, with its dot. */
    public static final String ENDING = ".format";

    private static final String NAME = "name:";

    /** Creates a format whose text is known. */
    public FormatFile(String origin, String text) {
        this(origin, text, "");
    }

    /** Returns the format's name as its file says it; empty when it says none. */
    public String name() {
        return text.lines()
                .filter(line -> line.startsWith(NAME))
                .map(line -> line.substring(NAME.length()).strip())
                .findFirst()
                .orElse("");
    }

    /** Returns the name of its file without folders and ending: {@code shop} of {@code /home/me/formats/shop.format}. */
    public String fileName() {
        int slash = Math.max(origin.lastIndexOf('/'), origin.lastIndexOf('\\'));
        String name = origin.substring(slash + 1);
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    /** Tells whether a person who says {@code wanted} means this format: its name or its file's, in any case. */
    public boolean isCalled(String wanted) {
        return name().equalsIgnoreCase(wanted.strip()) || fileName().equalsIgnoreCase(wanted.strip());
    }
}
