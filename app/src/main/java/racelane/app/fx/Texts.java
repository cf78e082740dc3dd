package racelane.app.fx;

import java.text.Normalizer;
import java.util.Enumeration;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one package, from {@code texts.properties} beside its classes; {@code texts_de.properties} beside it adds a language.
 * {0}, {1} stand for what is filled in. In the pseudo-locale en-XA every text comes with accents and in brackets, and what is filled
 * in stands outside of them, so that whoever sees a plain word knows that it is not in a bundle. Any thread.
 */
public final class Texts {
    /** What every text of the pseudo-locale begins with. */
    public static final String PSEUDO_BEGIN = "⟦";

    /** What every text of the pseudo-locale ends with. */
    public static final String PSEUDO_END = "⟧";

    private static final String PSEUDO_COUNTRY = "XA";
    private static final int ACUTE = 0x301;
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final String bundle;
    private final Module module;

    /** The bundle that was looked up last, since most lookups are for the same language; whoever writes it last is right as well. */
    private volatile @Nullable InLanguage last;

    private record InLanguage(Locale locale, ResourceBundle texts) {}

    private Texts(String bundle, Module module) {
        this.bundle = bundle;
        this.module = module;
    }

    /** Returns the texts of the package in which {@code place} lies. Nothing is read before the first text is asked for. */
    public static Texts of(Class<?> place) {
        return new Texts(place.getPackageName() + ".texts", place.getModule());
    }

    /**
     * Returns a text in the language of the program.
     *
     * @param key its name in the bundle
     * @param values what stands for {0}, {1} and so on; braces in them are left alone
     * @throws MissingResourceException when the bundle does not have it, which is a defect
     */
    public String get(String key, @Nullable Object... values) {
        Locale locale = Locale.getDefault();
        String text = bundle(locale).getString(key);
        boolean pseudo = locale.getCountry().equals(PSEUDO_COUNTRY);
        if (values.length == 0) {
            return pseudo ? bracketed(text) : text;
        }
        StringBuilder out = new StringBuilder();
        Matcher place = PLACE.matcher(text);
        int from = 0;
        while (place.find()) {
            int value = place.group(1).charAt(0) - '0';
            if (value < values.length) {
                String before = text.substring(from, place.start());
                out.append(pseudo ? bracketed(before) : before).append(values[value]);
                from = place.end();
            }
        }
        String rest = text.substring(from);
        return out.append(pseudo ? bracketed(rest) : rest).toString();
    }

    /**
     * Returns a text that counts something: {@code key.one} for one, {@code key.other} for every other number.
     *
     * @param key its name in the bundle, without the ending
     * @param count how many; it stands for {0}, written as people read it
     * @param more what stands for {1}, {2} and so on
     * @throws MissingResourceException when the bundle does not have it, which is a defect
     */
    public String count(String key, long count, @Nullable Object... more) {
        @Nullable Object[] values = new @Nullable Object[more.length + 1];
        values[0] = CountText.of(count);
        System.arraycopy(more, 0, values, 1, more.length);
        return get(key + (count == 1 ? ".one" : ".other"), values);
    }

    /** Tells whether the bundle has a text of this name. */
    public boolean has(String key) {
        return bundle(Locale.getDefault()).containsKey(key);
    }

    /** Returns the texts as the loader of forms wants them. */
    ResourceBundle asBundle() {
        ResourceBundle all = bundle(Locale.getDefault());
        return new ResourceBundle() {
            @Override
            protected Object handleGetObject(String key) {
                return get(key);
            }

            @Override
            public Enumeration<String> getKeys() {
                return all.getKeys();
            }
        };
    }

    private ResourceBundle bundle(Locale locale) {
        InLanguage known = last;
        if (known == null || !known.locale().equals(locale)) {
            known = new InLanguage(locale, ResourceBundle.getBundle(bundle, locale, module));
            last = known;
        }
        return known.texts();
    }

    private static String bracketed(String text) {
        return text.isBlank() ? text : PSEUDO_BEGIN + accented(text) + PSEUDO_END;
    }

    private static String accented(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            out.append(c);
            if ("aeiouAEIOU".indexOf(c) >= 0) {
                out.appendCodePoint(ACUTE);
            }
        }
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }
}
