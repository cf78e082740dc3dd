package racelane.model.redaction;

import java.util.Locale;

/** What kind of thing is hidden. */
public enum RedactionKind {
    /** A block between the lines that begin and end a private key. */
    PRIVATE_KEY("private-key", "Private keys"),
    /** A signed token or a key of a known provider, or what follows Bearer and Basic. */
    TOKEN("token", "Tokens and API keys"),
    /** What stands behind a name such as password or secret. */
    PASSWORD("password", "Passwords and secrets"),
    /** A session's identifier or a cookie. */
    SESSION("session", "Sessions and cookies"),
    /** A payment card's number. */
    CARD("card", "Card numbers"),
    /** An e-mail address. */
    EMAIL("email", "E-mail addresses"),
    /** A person's account: behind a name such as user, or in a home folder's path. */
    USER("user", "User names and home folders"),
    /** A machine's name. */
    HOST("host", "Host names"),
    /** An address of the Internet protocol or of a network card. */
    ADDRESS("address", "Network addresses"),
    /** What a rule of the user's own finds, or a text that they chose. */
    OWN("hidden", "Your own rules");

    private final String word;
    private final String title;

    RedactionKind(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** Returns what placeholders begin with: {@code user} for {@code user-1}. */
    public String word() {
        return word;
    }

    /** Returns the kind for people, in the plural. */
    public String title() {
        return title;
    }

    /** Returns the kind that a rule file calls so, or {@link #OWN}. */
    static RedactionKind of(String word) {
        for (RedactionKind kind : values()) {
            if (kind.word.equals(word.toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        return OWN;
    }
}
