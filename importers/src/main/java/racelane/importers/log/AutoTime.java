package racelane.importers.log;

import java.util.ArrayList;
import java.util.List;
import racelane.importers.io.LogClock;
import racelane.importers.io.TimeForm;

/** A timestamp in any of several forms: the form that read the last one is tried first, and all others when it does not fit. One thread. */
final class AutoTime implements TimeForm {
    private final List<String> names;
    private final List<TimeForm> forms = new ArrayList<>();
    private int last = -1;

    /** Creates it for the forms with these names. */
    AutoTime(List<String> names) {
        this.names = List.copyOf(names);
        names.forEach(name -> forms.add(TimeForm.named(name)));
    }

    @Override
    public int read(byte[] bytes, int from, int to, LogClock clock) {
        if (last >= 0) {
            int end = forms.get(last).read(bytes, from, to, clock);
            if (end > from) {
                return end;
            }
        }
        int found = TimeForms.longest(names, bytes, from, to)
                .map(best -> names.indexOf(best.form()))
                .orElse(-1);
        if (found < 0) {
            return NONE;
        }
        last = found;
        return forms.get(found).read(bytes, from, to, clock);
    }
}
