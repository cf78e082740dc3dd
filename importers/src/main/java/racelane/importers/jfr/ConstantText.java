package racelane.importers.jfr;

import org.jspecify.annotations.Nullable;

/** What people call a constant: a class by its name, a method with its class before it. Stateless. */
final class ConstantText {
    private ConstantText() {}

    /** Returns the name of a constant other than a thread, or null when it has none. */
    static @Nullable String of(@Nullable Object value, Constants constants) {
        if (value instanceof Struct struct) {
            return switch (struct.type().name()) {
                case "java.lang.Class" -> className(struct, constants);
                case "jdk.types.Method" -> method(struct, constants);
                default ->
                    constants.resolve(struct.get("name")) instanceof String name && !name.isEmpty() ? name : null;
            };
        }
        return value == null || value instanceof java.util.List ? null : value.toString();
    }

    /** Returns the name of a class with dots, or null. */
    static @Nullable String className(@Nullable Object type, Constants constants) {
        return type instanceof Struct struct && constants.resolve(struct.get("name")) instanceof String name
                ? name.replace('/', '.')
                : null;
    }

    /** Returns a method with its class: {@code java.util.List.add}. */
    static String method(@Nullable Object method, Constants constants) {
        if (!(method instanceof Struct struct)) {
            return "?";
        }
        String type = className(constants.resolve(struct.get("type")), constants);
        Object name = constants.resolve(struct.get("name"));
        return (type == null ? "?" : type) + "." + (name instanceof String text ? text : "?");
    }
}
