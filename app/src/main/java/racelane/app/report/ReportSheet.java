package racelane.app.report;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;
import racelane.model.investigation.Investigation;
import racelane.model.investigation.Pin;

/** The sheet before a report is written: what it will hold, and what of it is hidden. */
final class ReportSheet extends VBox {
    private static final Texts TEXTS = Texts.of(ReportSheet.class);

    private final ReportExport export;
    private final ReportExport.Ready ready;
    private final RedactionList hidden;
    private final Runnable close;
    private final Button save = new Button(TEXTS.get("save"));

    ReportSheet(ReportExport export, ReportExport.Ready ready, Runnable close) {
        this.export = export;
        this.ready = ready;
        this.close = close;
        this.hidden = new RedactionList(ready.hits(), export.redaction().wish());
        getStyleClass().addAll("floating-sheet", "form", "report-sheet");
        setMaxSize(640, Region.USE_PREF_SIZE);
        Button cancel = button(TEXTS.get("cancel"), "tool-button", close);
        cancel.setCancelButton(true);
        Button copy = button(TEXTS.get("copy"), "tool-button", () -> leave(() -> export.copy(ready.input())));
        copy.setId("report-copy");
        save.setOnAction(event -> leave(() -> export.save(ready.input())));
        save.getStyleClass().addAll("tool-button", "primary");
        save.setDefaultButton(true);
        save.setId("report-save");
        HBox buttons = new HBox(8, copy, Nodes.spring(), cancel, save);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        Nodes.label(TEXTS.get("report"), "sheet-title"),
                        Nodes.paragraph(content(), "muted"),
                        Nodes.label(TEXTS.get("redaction"), "field-name"),
                        hidden,
                        buttons);
    }

    Node first() {
        return save;
    }

    private void leave(Runnable then) {
        export.redaction().choose(hidden.raw(), hidden.kept());
        close.run();
        then.run();
    }

    /** Says what the report is made from, so that nobody is surprised by a short one. */
    private String content() {
        Investigation state = ready.input().state();
        long windows = state.pins().stream().filter(ReportSheet::isWindow).count();
        if (ready.input().history().isEmpty()) {
            long shown = Math.min(ready.input().best(), ready.input().windows().size());
            return TEXTS.count("first", shown);
        }
        List<String> parts = new ArrayList<>();
        parts.add(TEXTS.count("case.windows", windows));
        parts.add(TEXTS.count("case.hypotheses", state.hypotheses().size()));
        long trials = state.hypotheses().stream()
                        .mapToLong(hypothesis -> hypothesis.experiments().size())
                        .sum()
                + state.stages().stream()
                        .mapToLong(stage -> stage.trials().size())
                        .sum();
        parts.add(TEXTS.count("case.runs", trials));
        return TEXTS.get("case", String.join(", ", parts));
    }

    private static boolean isWindow(Pin pin) {
        return pin.kind().equals("window");
    }

    private static Button button(String text, String style, Runnable body) {
        Button button = new Button(text);
        button.getStyleClass().add(style);
        button.setOnAction(event -> body.run());
        return button;
    }
}
