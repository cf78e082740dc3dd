package racelane.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every package's bundle has each text that its sources and forms ask for, and no other. The sources themselves are read: a text is
 * asked for by {@code TEXTS.get("key"}, by {@code TEXTS.count("key"}, by {@code TEXTS.get("prefix." + name} or in a form by {@code %key}.
 */
final class BundlesTest {
    private static final Path MAIN = Path.of(System.getProperty("racelane.root"), "app", "src", "main");
    private static final String PACKAGE = "racelane/app/";
    private static final Pattern ASKED = Pattern.compile("\\bTEXTS\\s*\\.\\s*(get|count|has)\\s*\\(");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"(\\s*\\+)?");
    private static final Pattern IN_FORM = Pattern.compile("\"%([^\"]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private record Package(String name, Properties texts, List<String> sources, List<String> forms) {}

    @TestFactory
    Stream<DynamicTest> everyTextThatIsAskedForIsThere() {
        return packages()
                .map(each -> DynamicTest.dynamicTest(
                        each.name(), () -> assertThat(missing(each)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyTextThatIsThereIsAskedFor() {
        return packages()
                .map(each -> DynamicTest.dynamicTest(
                        each.name(), () -> assertThat(unused(each)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> whatIsCountedHasItsNumberInEveryForm() {
        return packages()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    for (String key : each.texts().stringPropertyNames()) {
                        if (key.endsWith(".one") && each.texts().containsKey(stem(key) + ".other")) {
                            Set<String> ofOne = places(each.texts().getProperty(key));
                            Set<String> ofOthers = places(each.texts().getProperty(stem(key) + ".other"));
                            ofOne.add("{0}"); // one may be said without its number
                            ofOthers.add("{1}"); // a single thing may be named where several are only counted
                            ofOne.add("{1}");
                            assertThat(ofOthers).as(key).isEqualTo(ofOne);
                        }
                    }
                }));
    }

    private static Set<String> missing(Package of) {
        Set<String> missing = new TreeSet<>();
        for (String source : of.sources()) {
            Matcher asked = ASKED.matcher(source);
            while (asked.find()) {
                boolean counted = asked.group(1).equals("count");
                Matcher literal = LITERAL.matcher(firstArgument(source, asked.end()));
                boolean begun = false;
                while (!begun && literal.find()) {
                    String key = literal.group(1);
                    begun = literal.group(2) != null; // what follows is not a key but the rest of one
                    boolean there = begun
                            ? of.texts().stringPropertyNames().stream().anyMatch(name -> name.startsWith(key))
                            : counted
                                    ? of.texts().containsKey(key + ".one")
                                            && of.texts().containsKey(key + ".other")
                                    : of.texts().containsKey(key);
                    if (!there) {
                        missing.add(key);
                    }
                }
            }
        }
        for (String form : of.forms()) {
            IN_FORM.matcher(form)
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !of.texts().containsKey(key))
                    .forEach(missing::add);
        }
        return missing;
    }

    private static Set<String> unused(Package of) {
        Set<String> whole = new LinkedHashSet<>();
        Set<String> beginnings = new LinkedHashSet<>();
        for (String source : of.sources()) {
            Matcher literal = LITERAL.matcher(source);
            while (literal.find()) {
                (literal.group(2) == null ? whole : beginnings).add(literal.group(1));
            }
        }
        of.forms().forEach(form -> IN_FORM.matcher(form).results().forEach(found -> whole.add(found.group(1))));
        beginnings.removeIf(beginning -> !beginning.endsWith("."));
        Set<String> unused = new TreeSet<>(of.texts().stringPropertyNames());
        unused.removeIf(key -> whole.contains(key)
                || whole.contains(stem(key))
                || isOfAction(key, whole, beginnings)
                || beginnings.stream().anyMatch(key::startsWith));
        return unused;
    }

    /** An action is added by what its id has after its menu: {@code zoom.in} of {@code view.zoom.in}. */
    private static boolean isOfAction(String key, Set<String> whole, Set<String> beginnings) {
        String name = key.substring(key.indexOf('.') + 1);
        return key.matches("(file|edit|view|detect|investigate|help)\\..*")
                && (whole.contains(name) || beginnings.stream().anyMatch(name::startsWith));
    }

    private static String stem(String key) {
        return key.replaceFirst("\\.(one|other)$", "");
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(text).results().forEach(found -> places.add(found.group()));
        return places;
    }

    /** Returns the code from {@code from} up to the comma or the parenthesis that ends an argument. */
    private static String firstArgument(String source, int from) {
        int depth = 0;
        boolean quoted = false;
        int at = from;
        for (; at < source.length(); at++) {
            char c = source.charAt(at);
            if (c == '"' && source.charAt(at - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && (c == ')' || c == ',') && depth-- == 0) {
                break;
            } else if (!quoted && c == ',') {
                depth++; // it parts the arguments of an inner call
            }
        }
        return source.substring(from, at);
    }

    private static Stream<Package> packages() {
        try (Stream<Path> folders = Files.list(MAIN.resolve("java").resolve(PACKAGE))) {
            return folders
                    .filter(Files::isDirectory)
                    .map(BundlesTest::read)
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList()
                    .stream()
                    .filter(each -> !each.texts().isEmpty() || asks(each));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean asks(Package of) {
        return of.sources().stream().anyMatch(source -> ASKED.matcher(source).find());
    }

    private static Package read(Path folder) {
        String name = folder.getFileName().toString();
        Path resources = MAIN.resolve("resources").resolve(PACKAGE).resolve(name);
        Properties texts = new Properties();
        Path bundle = resources.resolve("texts.properties");
        if (Files.exists(bundle)) {
            try (Reader in = Files.newBufferedReader(bundle)) {
                texts.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Package(name, texts, texts(folder, ".java"), texts(resources, ".fxml"));
    }

    /** Returns a source without what has quotes that are none: comments, and a quote between apostrophes. */
    private static String code(String source) {
        return source.replaceAll("(?m)^\\s*(\\*|/\\*|//).*$", "").replace("'\"'", "' '");
    }

    private static List<String> texts(Path folder, String ending) {
        List<String> texts = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(ending)).toList()) {
                    texts.add(code(Files.readString(file)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }
}
