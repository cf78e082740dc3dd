package racelane.model.investigation.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** The members of one JSON object; remembers which were asked for, so that members of newer versions do not get lost unseen. */
final class Fields {
    private static final int MAX_DEPTH = 64;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final Map<?, ?> members;
    private final Set<String> asked = new HashSet<>();
    private final List<Fields> nested = new ArrayList<>();

    private Fields(Map<?, ?> members) {
        this.members = members;
    }

    /** Reads the object that fills the bytes in [from, to). */
    static Fields parse(byte[] bytes, int from, int to) throws CaseFormatException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new CaseFormatException("is not a JSON object");
            }
            Fields fields = new Fields(object(parser));
            if (parser.nextToken() != null) {
                throw new CaseFormatException("goes on after its JSON object");
            }
            return fields;
        } catch (JacksonException e) {
            throw new CaseFormatException("is not JSON: " + e.getOriginalMessage());
        }
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    String text(String name) throws CaseFormatException {
        return cast(name, String.class);
    }

    long number(String name) throws CaseFormatException {
        return cast(name, Long.class);
    }

    int count(String name) throws CaseFormatException {
        long value = number(name);
        if (value != (int) value) {
            throw new CaseFormatException("has a \"" + name + "\" that is too large");
        }
        return (int) value;
    }

    boolean flag(String name) throws CaseFormatException {
        return cast(name, Boolean.class);
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) throws CaseFormatException {
        String text = text(name);
        for (E each : type.getEnumConstants()) {
            if (EditEncoder.word(each).equals(text)) {
                return each;
            }
        }
        throw new CaseFormatException("has an unknown \"" + name + "\"");
    }

    Fields object(String name) throws CaseFormatException {
        return nest(cast(name, Map.class));
    }

    List<Fields> objects(String name) throws CaseFormatException {
        List<Fields> all = new ArrayList<>();
        for (Object each : cast(name, List.class)) {
            if (!(each instanceof Map<?, ?> map)) {
                throw new CaseFormatException("has a \"" + name + "\" of another kind");
            }
            all.add(nest(map));
        }
        return all;
    }

    /** Tells whether every member, also of the objects inside, was asked for. */
    boolean allAsked() {
        return asked.size() == members.size() && nested.stream().allMatch(Fields::allAsked);
    }

    private Fields nest(Map<?, ?> map) {
        Fields inner = new Fields(map);
        nested.add(inner);
        return inner;
    }

    private <T> T cast(String name, Class<T> type) throws CaseFormatException {
        Object value = members.get(name);
        if (!type.isInstance(value)) {
            throw new CaseFormatException((value == null ? "has no \"" : "has another kind of \"") + name + "\"");
        }
        asked.add(name);
        return type.cast(value);
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT -> wholeNumber(parser);
            default -> null;
        };
    }

    private static @Nullable Object wholeNumber(JsonParser parser) {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? null : (Object) parser.getLongValue();
    }

    private static List<@Nullable Object> array(JsonParser parser) {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }
}
