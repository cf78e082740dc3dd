package racelane.model.window;

import java.util.Arrays;
import racelane.model.clock.Moment;
import racelane.model.pattern.Point.Edge;

/** Who plays which role in one match, while it is being put together. */
final class Cast implements Subject {
    final Items[] items;
    final int[] chosen;
    private long extra = Ref.NONE;

    Cast(Items[] items) {
        this.items = items;
        this.chosen = new int[items.length];
    }

    Cast(Items[] items, int[] chosen) {
        this.items = items;
        this.chosen = chosen.clone();
    }

    @Override
    public long first(int role) {
        return role < 0 ? extra : events(role).ref(items[role].first(chosen[role]));
    }

    @Override
    public long second(int role) {
        if (role < 0) {
            return Ref.NONE;
        }
        int last = items[role].last(chosen[role]);
        return last == Items.OPEN ? Ref.NONE : events(role).ref(last);
    }

    /** Lets the nameless event be this one. */
    Cast about(long ref) {
        extra = ref;
        return this;
    }

    KeyEvents events(int role) {
        return items[role].events();
    }

    int lane(int role) {
        return items[role].lane(chosen[role]);
    }

    Moment earliest(int role, Edge edge) {
        return items[role].earliest(chosen[role], edge);
    }

    Moment latest(int role, Edge edge) {
        return items[role].latest(chosen[role], edge);
    }

    Moment readFrom(int role, Edge edge) {
        return items[role].readFrom(chosen[role], edge);
    }

    Moment readTo(int role, Edge edge) {
        return items[role].readTo(chosen[role], edge);
    }

    /** Tells whether this event plays a part. */
    boolean plays(int event) {
        for (int role = 0; role < items.length; role++) {
            if (items[role].first(chosen[role]) == event || items[role].last(chosen[role]) == event) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return Arrays.toString(chosen);
    }
}
