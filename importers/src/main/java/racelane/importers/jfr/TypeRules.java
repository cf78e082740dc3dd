package racelane.importers.jfr;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import racelane.model.event.LaneName;

/** What the types of events mean, told by their names and fields. Stateless. */
final class TypeRules {
    private static final Set<String> WAITS = Set.of(
            "JavaMonitorEnter",
            "JavaMonitorWait",
            "ThreadPark",
            "ThreadSleep",
            "VirtualThreadPinned",
            "JavaMonitorEntered");
    private static final Set<String> NUMBERS = Set.of("byte", "short", "int", "long", "float", "double");
    private static final Set<String> GC_WORDS = Set.of("GC", "Heap", "Collector");

    /** Ends of the names of types that say how the JVM or the machine is made, which is nothing to be drawn as a curve. */
    private static final List<String> CONSTANT_ENDS =
            List.of("Flag", "Configuration", "Information", "TimeStampCounter", "PhysicalMemory");

    private TypeRules() {}

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

    /** Tells whether a type is the JDK's own. */
    static boolean jdk(String name) {
        return name.startsWith("jdk.") || name.startsWith("com.oracle.jdk.");
    }

    /** Tells whether the thread of such an event waits for the length of it. */
    static boolean isWait(String shortName) {
        return WAITS.contains(shortName);
    }

    /** A counter has numbers and no thread, and is taken at intervals or as a summary. */
    static boolean isCounter(TypeDef type) {
        boolean thread = type.field("eventThread") != null || type.field("sampledThread") != null;
        boolean duration = type.field("duration") != null && !jdk(type.name());
        if (thread || duration || CONSTANT_ENDS.stream().anyMatch(type.name()::endsWith)) {
            return false;
        }
        return type.name().endsWith("Summary") || type.name().endsWith("Statistics") || type.periodic();
    }

    /** Tells whether a field holds a number. */
    static boolean isNumber(FieldDef field) {
        return !field.array()
                && !field.constant()
                && NUMBERS.contains(field.type().name());
    }

    /** Tells whether a field holds a number that measures something, and is no id or address. */
    static boolean isMeasure(FieldDef field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        return isNumber(field)
                && field.unit() != Unit.ADDRESS
                && field.unit() != Unit.TIMESTAMP_TICKS
                && field.unit() != Unit.TIMESTAMP_MILLIS
                && !name.equals("starttime")
                && !name.equals("duration")
                && !name.endsWith("id");
    }

    /** Returns the lane of events that no thread owns, by what the type is about. */
    static LaneName home(TypeDef type) {
        return LaneName.thread(homeName(type));
    }

    private static String homeName(TypeDef type) {
        List<String> categories = type.categories();
        if (categories.stream().anyMatch(GC_WORDS::contains) || type.name().contains(".GC")) {
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
