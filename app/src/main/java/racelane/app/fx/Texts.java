package racelane.app.fx;

import java.text.Normalizer;
import java.util.Enumeration;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The texts of one package, from {@code texts.properties} beside its classes; {@code texts_de.properties} beside it adds a language.
 * {0}, {1} stand for what is filled in. In the pseudo-locale en-XA every text comes with accents and in brackets, so that whoever
 * sees a plain one knows that it is not in a bundle. Any thread.
 */
public final class Texts {
    /** What every text of the pseudo-locale begins with. */
    public static final String PSEUDO_BEGIN = "⟦";

    /** What every text of the pseudo-locale ends with. */
    public static final String PSEUDO_END = "⟧";

    private static final String PSEUDO_COUNTRY = "XA";
    private static final int ACUTE = 0x301;

    private final String bundle;
    private final Module module;

    private Texts(String bundle, Module module) {
        this.bundle = bundle;
        this.module = module;
    }

    /** Returns the texts of the package in which {@code place} lies. */
    public static Texts of(Class<?> place) {
        return new Texts(place.getPackageName() + ".texts", place.getModule());
    }

    /**
     * Returns a text in the language of the program.
     *
     * @param key its name in the bundle
     * @param values what stands for {0}, {1} and so on
     * @throws MissingResourceException when the bundle does not have it, which is a defect
     */
    public String get(String key, Object... values) {
        Locale locale = Locale.getDefault();
        String text = bundle(locale).getString(key);
        if (locale.getCountry().equals(PSEUDO_COUNTRY)) {
            text = PSEUDO_BEGIN + accented(text) + PSEUDO_END;
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
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
        return ResourceBundle.getBundle(bundle, locale, module);
    }

    private static String accented(String text) {
        StringBuilder out = new StringBuilder();
        boolean name = false;
        for (char c : text.toCharArray()) {
            name = c == '{' || (name && c != '}');
            out.append(c);
            if (!name && "aeiouAEIOU".indexOf(c) >= 0) {
                out.appendCodePoint(ACUTE);
            }
        }
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }
}
