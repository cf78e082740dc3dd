package racelane.app.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import racelane.app.action.ActionGroup;
import racelane.app.formats.FormatView;
import racelane.app.formats.FormatViewModel;
import racelane.app.fx.Texts;
import racelane.model.format.FormatFile;
import racelane.model.format.FormatFolder;
import racelane.model.investigation.FormatsChosen;
import racelane.model.source.Interpretation;
import racelane.model.source.Source;
import racelane.model.source.SourceKind;

/** The command that makes a log format, and the sheet it opens. */
final class FormatCommands implements FormatView.Dialogs {
    private static final Texts TEXTS = Texts.of(FormatCommands.class);

    private final CommandContext context;
    private final Optional<FormatViewModel> model;
    private final Optional<FormatView> view;

    FormatCommands(CommandContext context) {
        this.context = context;
        this.model = context.parts().formats();
        this.view = model.map(it -> new FormatView(it, context.sheets(), this));
    }

    void fill() {
        if (model.isPresent()) {
            context.menu(ActionGroup.FILE).add("format.new", this::choose);
            context.parts().opener().onUnread(this::offer);
        }
    }

    /** Makes a format from the only open log, from one of several, or from a file. */
    private void choose() {
        List<Source> logs = context.session().trace().sources().stream()
                .filter(source -> source.kind() == SourceKind.LOG)
                .toList();
        if (logs.size() == 1) {
            begin(logs.getFirst());
        } else if (logs.isEmpty()) {
            context.parts().dialogs().open(TEXTS.get("format.which")).stream()
                    .findFirst()
                    .ifPresent(file -> begin(file, ""));
        } else {
            List<Chooser.Choice> choices = logs.stream()
                    .map(log -> new Chooser.Choice(log.name(), log.format(), () -> begin(log)))
                    .toList();
            new Chooser(TEXTS.get("format.from"), choices, context.sheets()).show();
        }
    }

    /** Opens the sheet for a source; its own format is changed where it has one. */
    void begin(Source source) {
        String from = source.interpretation().formatFrom();
        boolean own = !from.equals(Interpretation.BUILT_IN);
        begin(source.file(), own ? text(source, Path.of(from)) : "");
    }

    /** Returns the format that a source was read by: what the case keeps, where its file is not on this machine. */
    private String text(Source source, Path file) {
        FormatFile kept =
                FormatsChosen.of(context.session().history(), source.sha256()).file();
        return Files.exists(file) || kept == null ? FormatFolder.read(file).text() : kept.text();
    }

    private void begin(Path file, String own) {
        model.ifPresent(it -> it.begin(file, own));
        view.ifPresent(FormatView::open);
    }

    private void offer(Source source) {
        context.parts()
                .notifier()
                .offer(
                        TEXTS.get("format.offer", source.name(), Unread.words(source)),
                        TEXTS.get("format.new"),
                        () -> begin(source));
    }

    @Override
    public Optional<Path> lnav() {
        return context.parts().dialogs().open(TEXTS.get("format.lnav")).stream().findFirst();
    }

    @Override
    public Optional<Path> saveAs(String suggested) {
        return context.parts()
                .dialogs()
                .save(TEXTS.get("format.save"), suggested, TEXTS.get("format.kind"), List.of("format"));
    }
}
