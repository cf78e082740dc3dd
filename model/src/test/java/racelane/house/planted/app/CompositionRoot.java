package racelane.house.planted.app;

import java.util.ServiceLoader;

/** The one place that may look up services. */
public final class CompositionRoot {
    private CompositionRoot() {}

    static ServiceLoader<Runnable> services() {
        return ServiceLoader.load(Runnable.class);
    }
}
