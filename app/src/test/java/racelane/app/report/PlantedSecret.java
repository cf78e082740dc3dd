package racelane.app.report;

import java.util.Locale;
import java.util.Random;

/**
 * A secret as programs log it.
 *
 * @param text the secret
 * @param carried the words it stands in
 */
record PlantedSecret(String text, String carried) {
    /** Returns the secret number {@code index}: twelve kinds in turn. */
    static PlantedSecret of(int index, Random random) {
        String digits = String.valueOf(index);
        return switch (index % 12) {
            case 0 -> in("mail to %s sent", word(random, 6) + digits + "@" + word(random, 5) + ".com");
            case 1 -> in("auth with %s ok", "eyJ" + word(random, 20) + "." + word(random, 20) + "." + word(random, 20));
            case 2 -> in("key %s in eu-1", "AKIA" + word(random, 16).toUpperCase(Locale.ROOT));
            case 3 -> in("Authorization: Bearer %s", word(random, 24) + digits);
            case 4 -> in("login {\"password\": \"%s\"}", word(random, 10) + digits + "!");
            case 5 ->
                in("loaded %s", "-----BEGIN RSA PRIVATE KEY-----" + word(random, 60) + "-----END RSA PRIVATE KEY-----");
            case 6 -> in("GET /x JSESSIONID=%s", word(random, 20).toUpperCase(Locale.ROOT) + digits);
            case 7 -> in("paid with %s", card(random));
            case 8 ->
                in(
                        "peer %s connected",
                        "10." + (index % 250) + "." + (1 + index / 250) + "." + (1 + random.nextInt(250)));
            case 9 -> in("resolved %s", "db-" + digits + word(random, 4) + ".acme.internal");
            case 10 -> in("username=%s", "usr" + word(random, 6) + digits);
            default -> in("read /home/%s/secrets.txt", "hm" + word(random, 7) + digits);
        };
    }

    private static PlantedSecret in(String carrier, String text) {
        return new PlantedSecret(text, String.format(Locale.ROOT, carrier, text));
    }

    private static String card(Random random) {
        StringBuilder digits = new StringBuilder("4");
        for (int i = 0; i < 14; i++) {
            digits.append(random.nextInt(10));
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return digits.append((10 - sum % 10) % 10).toString().replaceAll("(\\d{4})(?=\\d)", "$1-");
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }
}
