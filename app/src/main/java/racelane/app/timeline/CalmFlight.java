package racelane.app.timeline;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import racelane.app.session.Viewport;

/** Flies, but jumps while the platform asks for reduced motion. JavaFX thread. */
public final class CalmFlight implements Flight {
    private final Flight moving;
    private final BooleanSupplier calm;

    /**
     * Creates a flight.
     *
     * @param moving how to fly while motion is welcome
     * @param calm whether it is not
     */
    public CalmFlight(Flight moving, BooleanSupplier calm) {
        this.moving = moving;
        this.calm = calm;
    }

    @Override
    public void fly(Viewport from, Viewport to, Consumer<Viewport> show) {
        moving.stop();
        (calm.getAsBoolean() ? JUMP : moving).fly(from, to, show);
    }

    @Override
    public void stop() {
        moving.stop();
    }
}
