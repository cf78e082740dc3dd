package racelane.app.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.input.KeyCode;
import racelane.app.fx.Texts;

/** Reads keys as people write them: {@code Ctrl+Shift+P}, {@code W}, {@code Shift+W}, {@code ]}, {@code Shift+Left}, {@code F11}. */
final class KeyText {
    private static final Texts TEXTS = Texts.of(KeyText.class);

    private static final Map<String, KeyCode> NAMED = Map.ofEntries(
            Map.entry("left", KeyCode.LEFT),
            Map.entry("←", KeyCode.LEFT),
            Map.entry("right", KeyCode.RIGHT),
            Map.entry("→", KeyCode.RIGHT),
            Map.entry("up", KeyCode.UP),
            Map.entry("↑", KeyCode.UP),
            Map.entry("down", KeyCode.DOWN),
            Map.entry("↓", KeyCode.DOWN),
            Map.entry("del", KeyCode.DELETE),
            Map.entry("delete", KeyCode.DELETE),
            Map.entry("enter", KeyCode.ENTER),
            Map.entry("esc", KeyCode.ESCAPE),
            Map.entry("escape", KeyCode.ESCAPE),
            Map.entry("space", KeyCode.SPACE),
            Map.entry("menu", KeyCode.CONTEXT_MENU),
            Map.entry("home", KeyCode.HOME),
            Map.entry("end", KeyCode.END),
            Map.entry("pageup", KeyCode.PAGE_UP),
            Map.entry("pagedown", KeyCode.PAGE_DOWN),
            Map.entry("insert", KeyCode.INSERT),
            Map.entry("backspace", KeyCode.BACK_SPACE));
    private static final Map<String, KeyCode> SIGNS = Map.ofEntries(
            Map.entry(",", KeyCode.COMMA),
            Map.entry(".", KeyCode.PERIOD),
            Map.entry(";", KeyCode.SEMICOLON),
            Map.entry("/", KeyCode.SLASH),
            Map.entry("\\", KeyCode.BACK_SLASH),
            Map.entry("[", KeyCode.OPEN_BRACKET),
            Map.entry("]", KeyCode.CLOSE_BRACKET),
            Map.entry("-", KeyCode.MINUS),
            Map.entry("=", KeyCode.EQUALS),
            Map.entry("+", KeyCode.PLUS),
            Map.entry("'", KeyCode.QUOTE),
            Map.entry("`", KeyCode.BACK_QUOTE));
    private static final Set<String> CONTROL = Set.of("ctrl", "control", "shortcut", "cmd", "command", "meta");
    private static final Set<String> ALT = Set.of("alt", "option");

    private KeyText() {}

    /**
     * Reads one key.
     *
     * @throws IllegalArgumentException with one line for people that says what is wrong and what to write
     */
    static Key parse(String text) {
        List<String> parts = parts(text);
        String name = parts.removeLast();
        boolean shift = false;
        boolean command = false;
        boolean alt = false;
        for (String part : parts) {
            String modifier = part.toLowerCase(Locale.ROOT);
            boolean known = modifier.equals("shift") || CONTROL.contains(modifier) || ALT.contains(modifier);
            if (!known) {
                throw new IllegalArgumentException(TEXTS.get("keys.modifier", part));
            }
            shift |= modifier.equals("shift");
            command |= CONTROL.contains(modifier);
            alt |= ALT.contains(modifier);
        }
        return command || alt ? chord(name, command, alt, shift) : alone(name, shift, text);
    }

    /** Takes the text apart at each plus that is not the key itself. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        boolean plus = text.equals("+") || text.endsWith("++");
        String rest = plus ? text.substring(0, Math.max(0, text.length() - 2)) : text;
        if (!rest.isEmpty()) {
            parts.addAll(List.of(rest.split("\\+", -1)));
        }
        if (plus) {
            parts.add("+");
        }
        return parts;
    }

    private static Key chord(String name, boolean command, boolean alt, boolean shift) {
        KeyCode code = code(name);
        String modifiers = (command ? "Shortcut+" : "") + (alt ? "Alt+" : "") + (shift ? "Shift+" : "");
        return Key.chord(modifiers + code.getName());
    }

    private static Key alone(String name, boolean shift, String text) {
        boolean character = name.codePointCount(0, name.length()) == 1 && !NAMED.containsKey(name);
        if (!character) {
            KeyCode code = code(name);
            return new Key.Plain(code, shift);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        String upper = name.toUpperCase(Locale.ROOT);
        if (shift && lower.equals(upper)) {
            throw new IllegalArgumentException(TEXTS.get("keys.shifted", text));
        }
        return Key.typed(shift ? upper : lower);
    }

    private static KeyCode code(String name) {
        KeyCode code = NAMED.getOrDefault(name.toLowerCase(Locale.ROOT), SIGNS.get(name));
        if (code == null && (name.length() == 1 || name.matches("(?i)f([1-9]|1[0-2])"))) {
            code = KeyCode.getKeyCode(name.toUpperCase(Locale.ROOT));
        }
        if (code == null) {
            throw new IllegalArgumentException(TEXTS.get("keys.none", name));
        }
        return code;
    }
}
