package racelane.model.investigation.file;

import java.util.Locale;

/** How a case file spells one of several: the name of the constant in small letters, with dashes. */
final class Choices {
    private Choices() {}

    /** Returns how the file spells a constant: {@code VERIFY_FIX} is {@code verify-fix}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Tells whether {@code text} is the word of {@code constant}, without making the word: reading a long case asks this often. */
    static boolean isWord(String text, Enum<?> constant) {
        String name = constant.name();
        boolean same = name.length() == text.length();
        for (int i = 0; same && i < name.length(); i++) {
            char c = name.charAt(i);
            same = text.charAt(i) == (c == '_' ? '-' : c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
        }
        return same;
    }
}
