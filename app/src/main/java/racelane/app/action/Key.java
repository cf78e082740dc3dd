package racelane.app.action;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** One way to press an action. */
public sealed interface Key {
    /** Whether the platform is macOS. */
    boolean MAC = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

    /** Returns the key as people read it: {@code Ctrl+Shift+P}, {@code ]}. */
    String text();

    /** Tells whether {@code event} is this key, pressed or typed. */
    boolean matches(KeyEvent event);

    /**
     * A combination with a modifier; acts wherever the focus is.
     *
     * @param combination the keys
     */
    record Chord(KeyCombination combination) implements Key {
        @Override
        public String text() {
            return combination.getDisplayText();
        }

        @Override
        public boolean matches(KeyEvent event) {
            return event.getEventType() == KeyEvent.KEY_PRESSED && combination.match(event);
        }
    }

    /**
     * A key without a character (arrows, Delete, Enter); acts only while no text field has the focus.
     *
     * @param code the key
     * @param shift whether Shift must be down; null when it does not matter
     */
    record Plain(KeyCode code, @Nullable Boolean shift) implements Key {
        @Override
        public String text() {
            String name = switch (code) {
                case LEFT -> "←";
                case RIGHT -> "→";
                case UP -> "↑";
                case DOWN -> "↓";
                case DELETE -> "Del";
                case ENTER -> "Enter";
                case ESCAPE -> "Esc";
                case CONTEXT_MENU -> "Menu";
                default -> code.getName();
            };
            return Boolean.TRUE.equals(shift) ? "Shift+" + name : name;
        }

        @Override
        public boolean matches(KeyEvent event) {
            return event.getEventType() == KeyEvent.KEY_PRESSED
                    && event.getCode() == code
                    && !event.isShortcutDown()
                    && !event.isAltDown()
                    && (shift == null || shift == event.isShiftDown());
        }
    }

    /**
     * A character, wherever the keyboard has it, so that {@code ]} or {@code ?} work on every layout; acts only while no text field
     * has the focus.
     *
     * @param character the character as it is typed; an upper-case letter means Shift
     */
    record Typed(String character) implements Key {
        @Override
        public String text() {
            char first = character.charAt(0);
            boolean small = 'a' <= first && first <= 'z';
            boolean capital = 'A' <= first && first <= 'Z';
            return capital ? "Shift+" + character : small ? character.toUpperCase(Locale.ROOT) : character;
        }

        @Override
        public boolean matches(KeyEvent event) {
            return event.getEventType() == KeyEvent.KEY_TYPED
                    && !commands(event)
                    && character.equals(event.getCharacter());
        }
    }

    /**
     * Tells whether what is typed is meant as a command. AltGr, which many keyboards need for ] or /, is Ctrl and Alt on Windows, and on
     * macOS it is Alt.
     */
    private static boolean commands(KeyEvent event) {
        boolean altGr = event.isControlDown() && event.isAltDown();
        return !altGr && (event.isShortcutDown() || (event.isAltDown() && !MAC));
    }

    /**
     * Reads a key as people write it: {@code Ctrl+Shift+P}, {@code W}, {@code Shift+Left}, {@code ]}. Ctrl and Cmd both mean the
     * platform's own command key.
     *
     * @throws IllegalArgumentException with one line for people when it is no key
     */
    static Key parse(String text) {
        return KeyText.parse(text);
    }

    /** Returns a combination in JavaFX's words, {@code Shortcut+Shift+O}; Shortcut is the platform's own command key. */
    static Key chord(String text) {
        return new Chord(KeyCombination.valueOf(text));
    }

    /** Returns a typed character. */
    static Key typed(String character) {
        return new Typed(character);
    }

    /** Returns a key without a character, Shift not held. */
    static Key plain(KeyCode code) {
        return new Plain(code, false);
    }

    /** Returns a key without a character, Shift held. */
    static Key shifted(KeyCode code) {
        return new Plain(code, true);
    }
}
