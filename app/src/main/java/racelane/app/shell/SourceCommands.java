package racelane.app.shell;

import static racelane.app.action.Key.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racelane.app.action.ActionGroup;
import racelane.app.fx.Texts;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.app.sources.ClockForm;
import racelane.app.sources.ClockViewModel;
import racelane.app.sources.LanesView;
import racelane.app.sources.LanesViewModel;
import racelane.app.sources.SourcesView;
import racelane.model.event.EventRef;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;
import racelane.model.source.LanesBy;
import racelane.model.source.Source;

/** The commands about sources and lanes: clocks, matched events, raw times, imports, joined and split lanes. */
final class SourceCommands implements SourcesView.Commands, LanesView.Commands {
    private static final Texts TEXTS = Texts.of(SourceCommands.class);

    private final CommandContext context;
    private final Session session;
    private final ClockViewModel clocks;
    private final LanesViewModel lanes;
    private final FormatCommands formats;
    private @Nullable EventRef first;
    private @Nullable Trace firstIn;

    SourceCommands(CommandContext context, LanesViewModel lanes, FormatCommands formats) {
        this.formats = formats;
        this.context = context;
        this.session = context.session();
        this.lanes = lanes;
        this.clocks = new ClockViewModel(
                session, context.parts().jobs(), context.parts().opener()::setClock);
    }

    void fill() {
        Registrar open = context.menu(ActionGroup.VIEW).when(context.open());
        open.add("time.raw", this::toggleRaw, typed("r"));
        Registrar edit = context.menu(ActionGroup.EDIT).when(context.open());
        edit.add("clock.match", this::match, typed("k"));
        edit.add("clock.set", this::chooseClock);
        edit.add("lane.join", () -> selectedLane().ifPresent(this::join));
        edit.add("lane.split", () -> selectedLane().ifPresent(this::split));
    }

    @Override
    public void remove(int table) {
        context.parts().opener().remove(table);
    }

    @Override
    public void lanesBy(int table, LanesBy rule) {
        context.parts().opener().setLanesBy(table, rule);
    }

    @Override
    public void format(int table) {
        formats.begin(session.corrected().sources().get(table));
    }

    @Override
    public void importAgain(int table) {
        context.parts().opener().importAgain(table);
    }

    @Override
    public void accept(int table) {
        context.parts().opener().accept(table);
    }

    @Override
    public void clock(int table) {
        clocks.begin(table);
        show();
    }

    @Override
    public void reveal(int laneId) {
        context.parts().timeline().controls().revealLane(laneId);
    }

    @Override
    public void join(int laneId) {
        List<Chooser.Choice> choices = lanes.others(laneId).stream()
                .map(lane -> new Chooser.Choice(lane.name(), lane.caption(), () -> lanes.join(laneId, lane.laneId())))
                .toList();
        new Chooser(TEXTS.get("lane.join", lanes.name(laneId)), choices, context.sheets()).show();
    }

    @Override
    public void split(int laneId) {
        List<LaneSlice> parts = lanes.parts(laneId);
        if (parts.size() < 2) {
            session.say(TEXTS.get("lane.one"));
            return;
        }
        List<Chooser.Choice> choices = new ArrayList<>();
        for (LaneSlice part : parts) {
            choices.add(new Chooser.Choice(
                    TEXTS.get(
                            "lane.part.of",
                            part.name().name(),
                            part.table().source().name()),
                    TEXTS.count("status.events", part.size()),
                    () -> lanes.part(part)));
        }
        new Chooser(TEXTS.get("lane.part"), choices, context.sheets()).show();
    }

    private void show() {
        ClockForm form = new ClockForm(clocks, context.sheets()::close);
        context.sheets().show(form, form.first());
    }

    private void toggleRaw() {
        boolean raw = !session.rawTimeProperty().get();
        session.setRawTime(raw);
        session.say(raw ? TEXTS.get("raw.on") : TEXTS.get("raw.off"));
        context.parts().opener().detect();
    }

    private void chooseClock() {
        List<Source> sources = session.corrected().sources();
        List<Chooser.Choice> choices = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            int table = i;
            choices.add(new Chooser.Choice(
                    sources.get(i).name(), sources.get(i).setting().words(), () -> clock(table)));
        }
        new Chooser(TEXTS.get("clock.which"), choices, context.sheets()).show();
    }

    /** Makes a pair of two selected events; of a single one, once an event of another source is selected the next time. */
    private void match() {
        if (!(session.selection() instanceof Selection.EventSelected selected)) {
            session.say(TEXTS.get("clock.match"));
            return;
        }
        List<EventRef> all = selected.all();
        EventRef ref = selected.ref();
        if (all.size() == 2 && all.getFirst().table() != ref.table()) {
            pair(all.getFirst(), ref);
            return;
        }
        EventRef before = first;
        boolean same = firstIn != null && firstIn.sameRows(session.corrected());
        if (before == null || !same || before.table() == ref.table()) {
            first = ref;
            firstIn = session.corrected();
            session.say(TEXTS.get("clock.matching", place(ref)));
            session.select(Selection.NONE);
            return;
        }
        pair(before, ref);
    }

    /** Matches two events; the clock of the source that was added later is the one to be set. */
    private void pair(EventRef one, EventRef two) {
        first = null;
        boolean later = one.table() < two.table();
        EventRef own = later ? two : one;
        clocks.begin(own.table());
        clocks.match(own, later ? one : two, this::show);
    }

    private String place(EventRef ref) {
        var table = session.trace().tables().get(ref.table());
        return table.source().place(table.origin(ref.row()));
    }

    private Optional<Integer> selectedLane() {
        Optional<Integer> lane = switch (session.selection()) {
            case Selection.LaneSelected selected -> Optional.of(selected.laneId());
            case Selection.EventSelected event -> Optional.of(session.trace().laneId(event.ref()));
            case Selection.None none -> Optional.empty();
            case Selection.RangeSelected range -> Optional.empty();
            case Selection.NoteSelected note -> Optional.empty();
        };
        if (lane.isEmpty()) {
            session.say(TEXTS.get("lane.none"));
        }
        return lane;
    }
}
