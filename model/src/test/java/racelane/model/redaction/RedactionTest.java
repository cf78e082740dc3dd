package racelane.model.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final List<RedactionRule> RULES = Redaction.builtIn();

    @Test
    void aSecretHasOnePlaceholderWhereverItStands() {
        Redaction redaction = of("open /home/mara/app.log", "login user=mara ok", "mara logged out", "marathon");
        assertThat(redaction.clean("open /home/mara/app.log")).isEqualTo("open /home/user-1/app.log");
        assertThat(redaction.clean("mara logged out")).isEqualTo("user-1 logged out");
        assertThat(redaction.clean("marathon")).isEqualTo("marathon");
        assertThat(redaction.hits()).containsExactly(new RedactionHit(RedactionKind.USER, "mara", "user-1", 3));
    }

    @Test
    void aPlaceholderThatIsARealNameAlreadyIsPassedOver() {
        Redaction redaction = of("lane host-1", "GET https://db7.acme.internal/x");
        assertThat(redaction.clean("GET https://db7.acme.internal/x")).isEqualTo("GET https://host-2/x");
    }

    @Test
    void whatTheUserKeepsIsShownAndWhatTheyChooseIsHidden() {
        List<String> texts = List.of("order:77 from 10.1.2.3", "order:77 done");
        Redaction redaction = Redaction.of(RULES, List.of("order:77"), Set.of("10.1.2.3"), texts);
        assertThat(redaction.clean(texts.getFirst())).isEqualTo("hidden-1 from 10.1.2.3");
        assertThat(redaction.count()).isEqualTo(2);
    }

    @Test
    void rawShowsEverything() {
        assertThat(Redaction.RAW.clean("password=hunter2!")).isEqualTo("password=hunter2!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1702500123450] updateCache START: user:123",
                "2024-01-02 03:04:05.678 [http-1] INFO c.e.ProfileService - getCache(user:7) -> OLD",
                "org.apache.commons.io.FileUtils.copy(FileUtils.java:12)",
                "java.net.SocketTimeoutException: Read timed out",
                "at com.example.net.Client$1.run(Client.java:10)",
                "token=42 acquired, lease token: 1234",
                "version 1.2.3.4 of the schema",
                "12:34:56.789 took 00:00:01",
                "user: null, password: null, username=unknown",
                "trace 4bf92f3577b34da6a3ce929d0e0e4736 span 00f067aa0ba902b7",
                "epoch 1702500123450123456 nanos, 4111111111111112 is no card",
                "connected to 127.0.0.1:8080 on localhost",
                "author is missing; no session"
            })
    void whatIsNoSecretIsLeftAlone(String text) {
        assertThat(of(text).clean(text)).isEqualTo(text);
    }

    @Test
    void fiveHundredPlantedSecretsOfTwelveKindsAreAllHidden() {
        Random random = new Random(2026);
        List<String> secrets = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 504; i++) {
            String secret = SECRETS.get(i % SECRETS.size()).apply(random);
            secrets.add(secret);
            texts.add("2024-05-06 07:08:09.123 [worker-" + i % 5 + "] INFO "
                    + CARRIERS.get(i % SECRETS.size()).formatted(secret) + " done in 12 ms");
        }
        Redaction redaction = Redaction.of(RULES, List.of(), Set.of(), texts);
        for (int i = 0; i < texts.size(); i++) {
            String clean = redaction.clean(texts.get(i));
            assertThat(clean).as(texts.get(i)).doesNotContain(secrets.get(i));
            assertThat(clean).startsWith("2024-05-06 07:08:09.123 [worker-").endsWith(" done in 12 ms");
        }
    }

    @Test
    void theSameTextsGiveTheSamePlaceholders() {
        List<String> texts = List.of("user=anna from 10.0.0.9", "user=bela from 10.0.0.8", "mail bela@acme.com");
        assertThat(Redaction.of(RULES, List.of(), Set.of(), texts).hits())
                .isEqualTo(Redaction.of(RULES, List.of(), Set.of(), texts).hits());
    }

    @Test
    void aRuleThatTakesTooLongHidesTheWholeText() {
        List<RedactionRule> slow = RedactionRule.parse("own", "secret: (.*)(.*)(.*)(.*)(.*)(.*)(.*)x$");
        String text = "y".repeat(300);
        assertThat(Redaction.of(slow, List.of(), Set.of(), List.of(text)).clean(text))
                .isEqualTo(Redaction.UNREADABLE);
    }

    @Test
    void aBrokenRuleIsToldWithItsLine() {
        assertThatThrownBy(() -> RedactionRule.parse("my.rules", "# mine\nkey: (oops"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("my.rules:2:");
        assertThatThrownBy(() -> RedactionRule.parse("my.rules", "no colon here"))
                .hasMessageContaining("expected a kind and an expression");
    }

    private static final List<Function<Random, String>> SECRETS = List.of(
            random -> word(random, 6) + "@" + word(random, 5) + ".com",
            random -> "eyJ" + word(random, 20) + "." + word(random, 20) + "." + word(random, 20),
            random -> "AKIA" + word(random, 16).toUpperCase(Locale.ROOT),
            random -> word(random, 24) + random.nextInt(10_000),
            random -> word(random, 10) + random.nextInt(1_000) + "!",
            random -> "-----BEGIN RSA PRIVATE KEY-----" + word(random, 60) + "-----END RSA PRIVATE KEY-----",
            random -> word(random, 20).toUpperCase(Locale.ROOT) + random.nextInt(99),
            RedactionTest::card,
            random -> "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + (1 + random.nextInt(255)),
            random -> "db-" + random.nextInt(10_000) + ".acme.internal",
            random -> "usr" + word(random, 6),
            random -> "hm" + word(random, 7));

    private static final List<String> CARRIERS = List.of(
            "sent mail to %s now",
            "auth with %s ok",
            "using key %s in eu-1",
            "Authorization: Bearer %s",
            "login {\"password\": \"%s\"}",
            "loaded %s",
            "GET /x JSESSIONID=%s",
            "paid with %s",
            "peer %s connected",
            "resolved %s",
            "username=%s",
            "read /home/%s/secrets.txt");

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
        String all = digits.append((10 - sum % 10) % 10).toString();
        return random.nextBoolean() ? all : all.replaceAll("(\\d{4})(?=\\d)", "$1-");
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private static Redaction of(String... texts) {
        return Redaction.of(RULES, List.of(), Set.of(), List.of(texts));
    }
}
