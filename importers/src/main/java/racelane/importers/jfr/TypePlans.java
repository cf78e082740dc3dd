package racelane.importers.jfr;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jdk.jfr.EventType;
import jdk.jfr.SettingDescriptor;
import jdk.jfr.ValueDescriptor;
import org.jspecify.annotations.Nullable;
import racelane.importers.io.CappedWords;
import racelane.model.event.EventSink;
import racelane.model.event.LaneName;

/** Decides once per event type how its events are imported; the types of all chunks that look alike share their vocabulary. */
final class TypePlans {
    private static final Set<String> WAITS = Set.of(
            "JavaMonitorEnter",
            "JavaMonitorWait",
            "ThreadPark",
            "ThreadSleep",
            "VirtualThreadPinned",
            "JavaMonitorEntered");
    private static final Set<String> NO_ATTRIBUTE =
            Set.of("startTime", "duration", "eventThread", "sampledThread", "stackTrace", "key");
    private static final Set<String> NUMBERS = Set.of("byte", "short", "int", "long", "float", "double", "char");
    private static final Set<String> GC_WORDS = Set.of("GC", "Heap", "Collector");

    private final EventSink sink;
    private final Map<EventType, TypePlan> plans = new IdentityHashMap<>();
    private final CappedWords words;
    private @Nullable EventType lastType;
    private @Nullable TypePlan lastPlan;

    TypePlans(EventSink sink) {
        this.sink = sink;
        this.words = new CappedWords(sink);
    }

    /** Says which values were left to the text, one sentence each. */
    List<String> leftOut() {
        return words.leftOut();
    }

    /** Forgets the types of the chunk before; a chunk brings its own. */
    void newChunk() {
        plans.clear();
        lastType = null;
        lastPlan = null;
    }

    TypePlan of(EventType type) {
        TypePlan last = lastPlan;
        if (type == lastType && last != null) {
            return last;
        }
        TypePlan plan = plans.computeIfAbsent(type, this::decide);
        lastType = type;
        lastPlan = plan;
        return plan;
    }

    /**
     * Returns a type's short name: {@code jdk.ThreadPark} is {@code ThreadPark} and {@code com.acme.Shop$Order} is {@code
     * Order}; a name that is not a class's ({@code cache.set}) stays whole.
     */
    static String shortName(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        String inner = last.substring(last.lastIndexOf('$') + 1);
        if (inner.isEmpty()) {
            return name;
        }
        return Character.isUpperCase(inner.charAt(0)) || jdk(name) ? inner : name;
    }

    private static boolean jdk(String name) {
        return name.startsWith("jdk.") || name.startsWith("com.oracle.jdk.");
    }

    private TypePlan decide(EventType type) {
        String name = shortName(type.getName());
        boolean counter = isCounter(type);
        return new TypePlan(
                sink.word(name),
                WAITS.contains(name) ? TypePlan.Kind.WAIT : counter ? TypePlan.Kind.COUNTER : TypePlan.Kind.PLAIN,
                LaneName.thread(laneName(type)),
                KeyRule.of(type),
                jdk(type.getName()) ? null : operation(type),
                type.getField("sampledThread") != null
                        ? "sampledThread"
                        : type.getField("eventThread") != null ? "eventThread" : null,
                type.getField("duration") != null,
                attributes(type, counter));
    }

    private TypePlan.@Nullable Attribute operation(EventType type) {
        for (String field : new String[] {"operation", "op"}) {
            ValueDescriptor found = type.getField(field);
            if (found != null && found.getTypeName().equals("java.lang.String")) {
                return attribute(field);
            }
        }
        return null;
    }

    private List<TypePlan.Attribute> attributes(EventType type, boolean counter) {
        List<TypePlan.Attribute> attributes = new ArrayList<>();
        boolean takesNumbers =
                counter || !jdk(type.getName()); // the JDK's are sizes, ids and addresses that nothing compares
        for (ValueDescriptor field : type.getFields()) {
            boolean number = NUMBERS.contains(field.getTypeName());
            if (!NO_ATTRIBUTE.contains(field.getName()) && !field.isArray() && (takesNumbers || !number)) {
                attributes.add(attribute(field.getName()));
            }
        }
        return List.copyOf(attributes);
    }

    private TypePlan.Attribute attribute(String field) {
        CappedWords.Values values = words.of(field);
        return new TypePlan.Attribute(field, values.name(), values);
    }

    /** A counter has numbers and no thread, and is taken at intervals or as a summary. */
    private static boolean isCounter(EventType type) {
        boolean thread = type.getField("eventThread") != null || type.getField("sampledThread") != null;
        boolean duration = type.getField("duration") != null && !jdk(type.getName());
        if (thread || duration || type.getFields().stream().noneMatch(TypePlans::isMeasure)) {
            return false;
        }
        String name = type.getName();
        return name.endsWith("Summary")
                || name.endsWith("Statistics")
                || type.getSettingDescriptors().stream()
                        .map(SettingDescriptor::getName)
                        .anyMatch("period"::equals);
    }

    private static boolean isMeasure(ValueDescriptor field) {
        String name = field.getName().toLowerCase(Locale.ROOT);
        return NUMBERS.contains(field.getTypeName())
                && !name.equals("starttime")
                && !name.equals("duration")
                && !name.endsWith("id");
    }

    /** Returns the lane of events that no thread owns, by what the type is about. */
    private static String laneName(EventType type) {
        List<String> categories = type.getCategoryNames();
        if (categories.stream().anyMatch(GC_WORDS::contains) || type.getName().contains(".GC")) {
            return "GC";
        }
        String first = categories.isEmpty() ? "" : categories.getFirst();
        return switch (first) {
            case "", "Java Virtual Machine", "Java Application", "Uncategorized" -> "VM";
            case "Operating System" -> "OS";
            default -> categories.getLast();
        };
    }
}
