package racelane.app.shell;

import static racelane.app.action.Key.typed;

import java.util.List;
import java.util.Locale;
import racelane.app.fx.Texts;
import racelane.app.search.SearchViewModel;
import racelane.app.session.Session;
import racelane.app.session.Settings;
import racelane.app.session.TimelineLook;
import racelane.model.scene.Emphasis;

/** The commands of the menu View that are about what a search found: what becomes of the rest, and searches that are kept. */
final class SearchCommands {
    private static final Texts TEXTS = Texts.of(SearchCommands.class);

    private final CommandContext context;
    private final Session session;
    private final Settings settings;
    private final SearchViewModel searching;

    SearchCommands(CommandContext context, SearchViewModel searching) {
        this.context = context;
        this.session = context.session();
        this.settings = context.parts().settings();
        this.searching = searching;
    }

    void fill(Registrar open) {
        for (Emphasis.Rest rest : Emphasis.Rest.values()) {
            open.add("search." + word(rest), () -> show(rest));
        }
        open.add("search.rest", this::next, typed("o"));
        open.add("search.keep", this::keep);
        open.add("search.kept", this::choose, typed("O"));
    }

    private void show(Emphasis.Rest rest) {
        session.look().setRest(rest);
        boolean nothing = session.hitsProperty().get().query().isEmpty();
        String title = TEXTS.get("view.search." + word(rest));
        session.say(nothing ? TEXTS.get("search.later", title) : title);
    }

    private static String word(Emphasis.Rest rest) {
        return rest.name().toLowerCase(Locale.ROOT);
    }

    private void next() {
        TimelineLook look = session.look();
        List<Emphasis.Rest> all = List.of(Emphasis.Rest.values());
        show(all.get((look.restProperty().get().ordinal() + 1) % all.size()));
    }

    private void keep() {
        String query = session.hitsProperty().get().query();
        if (query.isBlank()) {
            session.say(TEXTS.get("search.keep.none"));
        } else {
            session.say(
                    settings.toggleSearch(query)
                            ? TEXTS.get("search.keep.done", query)
                            : TEXTS.get("search.keep.forgotten", query));
        }
    }

    private void choose() {
        List<Chooser.Choice> kept = settings.searches().stream()
                .map(query -> new Chooser.Choice(query, "", () -> searching.search(query)))
                .toList();
        if (kept.isEmpty()) {
            session.say(TEXTS.get("search.kept.none"));
        } else {
            new Chooser(TEXTS.get("search.kept"), kept, context.sheets()).show();
        }
    }
}
