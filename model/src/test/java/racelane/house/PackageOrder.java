package racelane.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** Inside a module a package may use only those that stand above it in a list. */
final class PackageOrder extends ArchCondition<JavaClass> {
    private final String module;
    private final List<String> order;

    /**
     * Creates the condition.
     *
     * @param module the package that all packages of the module begin with
     * @param order the names below it, a package after all that it uses
     */
    PackageOrder(String module, List<String> order) {
        super("use only packages above their own in " + order);
        this.module = module;
        this.order = order;
    }

    @Override
    public void check(JavaClass origin, ConditionEvents events) {
        int own = place(origin);
        if (own < 0) {
            events.add(SimpleConditionEvent.violated(
                    origin, origin.getPackageName() + " has no place in the order of " + module + ": give it one"));
            return;
        }
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            if (target.getPackageName().startsWith(module + ".") && place(target) > own) {
                events.add(SimpleConditionEvent.violated(origin, dependency.getDescription()));
            }
        }
    }

    /** Returns the place of the longest listed name that the class's package begins with, or -1. */
    private int place(JavaClass type) {
        String name =
                type.getPackageName().substring(Math.min(type.getPackageName().length(), module.length() + 1));
        int best = -1;
        for (int i = 0; i < order.size(); i++) {
            String one = order.get(i);
            boolean inside = name.equals(one) || name.startsWith(one + ".");
            if (inside && (best < 0 || one.length() > order.get(best).length())) {
                best = i;
            }
        }
        return best;
    }
}
