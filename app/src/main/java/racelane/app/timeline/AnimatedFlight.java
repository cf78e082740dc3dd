package racelane.app.timeline;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;
import racelane.app.session.Viewport;

/**
 * Flies within a fifth of a second, zooming evenly in ratios so that the way from years to microseconds keeps its pace. A new
 * flight takes over from one that is under way. JavaFX thread.
 */
public final class AnimatedFlight implements Flight {
    private static final long LENGTH = 220_000_000L;

    private final LongSupplier clock;
    private @Nullable AnimationTimer timer;

    /**
     * Creates a flight.
     *
     * @param clock tells the time in ns: {@code System::nanoTime}
     */
    public AnimatedFlight(LongSupplier clock) {
        this.clock = clock;
    }

    @Override
    public void fly(Viewport from, Viewport to, Consumer<Viewport> show) {
        stop();
        long began = clock.getAsLong();
        AnimationTimer next = new AnimationTimer() {
            @Override
            public void handle(long now) {
                double done = Math.clamp((clock.getAsLong() - began) / (double) LENGTH, 0, 1);
                if (done >= 1) {
                    stop();
                    show.accept(to);
                } else {
                    show.accept(between(from, to, ease(done)));
                }
            }
        };
        timer = next;
        next.start();
    }

    @Override
    public void stop() {
        if (timer != null) {
            timer.stop();
        }
    }

    private static double ease(double t) {
        return 1 - Math.pow(1 - t, 3);
    }

    /** Returns the view part of the way along: the zoom in even ratios, the place so that both ends meet. */
    static Viewport between(Viewport from, Viewport to, double part) {
        double a = from.scale().nanosPerPixel();
        double b = to.scale().nanosPerPixel();
        double zoom = a * Math.pow(b / a, part);
        double share = Math.abs(b - a) < a * 1e-6 ? part : (zoom - a) / (b - a);
        double way = from.scale().x(to.scale().start()) * share;
        return new Viewport(from.scale().panned(way).rescaled(zoom), to.width());
    }
}
