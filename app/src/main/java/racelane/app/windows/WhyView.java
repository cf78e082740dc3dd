package racelane.app.windows;

import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;
import racelane.app.session.Session;
import racelane.app.windows.WhyViewModel.Explained;
import racelane.app.windows.WhyViewModel.Step;
import racelane.model.window.RaceWindow;
import racelane.model.window.Reading;

/** Why the selected window is one: its steps with their lines at the left, clause by clause at the right. JavaFX thread. */
public final class WhyView extends StackPane {
    private static final Texts TEXTS = Texts.of(WhyView.class);

    private final WhyViewModel model;
    private final SuppressViewModel suppressing;
    private final Consumer<RaceWindow> suppress;
    private final HBox aside = new HBox(8);
    private final Label none = Nodes.label(TEXTS.get("why.none"), "subtle");
    private final VBox steps = new VBox(10);
    private final VBox clauses = new VBox(9);
    private final HBox both;

    /**
     * Creates the view.
     *
     * @param suppress asks for the reason and sets a window aside
     * @param session tells when the window, or what is set aside, changes
     */
    public WhyView(WhyViewModel model, SuppressViewModel suppressing, Consumer<RaceWindow> suppress, Session session) {
        this.model = model;
        this.suppressing = suppressing;
        this.suppress = suppress;
        aside.setAlignment(Pos.CENTER_LEFT);
        session.historyProperty().subscribe(this::setAside);
        getStyleClass().add("why");
        both = new HBox(scrolled(steps), scrolled(clauses));
        both.getChildren().forEach(node -> HBox.setHgrow(node, Priority.ALWAYS));
        getChildren().addAll(both, none);
        model.explainedProperty().subscribe(this::show);
    }

    private static ScrollPane scrolled(VBox content) {
        content.setPadding(new Insets(12, 16, 12, 16));
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setPrefWidth(500);
        return pane;
    }

    private void show(Explained explained) {
        boolean empty = explained.title().isEmpty();
        none.setVisible(empty);
        both.setVisible(!empty);
        steps.getChildren().clear();
        clauses.getChildren().clear();
        if (empty) {
            return;
        }
        setAside();
        steps.getChildren().addAll(Nodes.paragraph(explained.title(), "strong"), aside);
        steps.getChildren().add(Nodes.paragraph(explained.summary()));
        explained.steps().forEach(step -> steps.getChildren().add(row(step)));
        explained.verdict().forEach(line -> clauses.getChildren().add(Nodes.paragraph(line)));
        explained.readings().forEach(reading -> clauses.getChildren().add(row(reading)));
        if (explained.readings().isEmpty()) {
            clauses.getChildren().add(Nodes.paragraph(TEXTS.get("why.no.pattern"), "subtle"));
        }
    }

    /** Says whether the window was set aside, and offers the other. */
    private void setAside() {
        aside.getChildren().clear();
        RaceWindow window = suppressing.selected();
        if (window == null) {
            return;
        }
        suppressing
                .of(window)
                .ifPresentOrElse(
                        one -> aside.getChildren()
                                .addAll(
                                        Nodes.label(TEXTS.get("why.suppressed", one.reason()), "notice-text"),
                                        Nodes.link(TEXTS.get("why.restore"), () -> suppressing.restore(one))),
                        () -> aside.getChildren()
                                .add(Nodes.link(TEXTS.get("row.suppress"), () -> suppress.accept(window))));
    }

    private Node row(Step step) {
        Label number = Nodes.label(String.valueOf(step.number()), "step-number");
        number.setMinWidth(USE_PREF_SIZE);
        if (step.intruder()) {
            number.getStyleClass().add("intruder");
        }
        Button what = Nodes.link(step.what(), () -> model.choose(step));
        what.getStyleClass().add("mono");
        Label place = Nodes.label(step.place(), "subtle", "small");
        HBox head = new HBox(8, what, place);
        head.setAlignment(Pos.BASELINE_LEFT);
        Label quote = Nodes.paragraph(step.quote(), "mono", "small", "quoted");
        VBox words = new VBox(1, head, quote);
        words.setMinWidth(0);
        return new HBox(9, number, Nodes.grow(words));
    }

    private static Node row(Reading reading) {
        GridPane row = new GridPane(9, 1);
        FontIcon icon = new FontIcon(icon(reading.state()));
        icon.getStyleClass()
                .add("reading-"
                        + reading.state()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-'));
        Label clause = Nodes.paragraph(reading.clause(), "mono", "small");
        Label because = Nodes.paragraph(reading.because());
        row.add(icon, 0, 0);
        row.add(clause, 1, 0);
        row.add(because, 1, 1);
        if (!reading.refutedBy().isEmpty()) {
            row.add(Nodes.paragraph(TEXTS.get("why.refuted", reading.refutedBy()), "subtle", "small"), 1, 2);
        }
        GridPane.setHgrow(because, Priority.ALWAYS);
        row.setAccessibleText(state(reading.state()) + ": " + reading.clause() + ". " + reading.because());
        return row;
    }

    private static Ikon icon(Reading.State state) {
        return switch (state) {
            case HOLDS -> Feather.CHECK_CIRCLE;
            case UNSETTLED -> Feather.HELP_CIRCLE;
            case NOT_SEEN -> Feather.MINUS_CIRCLE;
        };
    }

    private static String state(Reading.State state) {
        return switch (state) {
            case HOLDS -> TEXTS.get("why.holds");
            case UNSETTLED -> TEXTS.get("why.unsettled");
            case NOT_SEEN -> TEXTS.get("why.unseen");
        };
    }
}
