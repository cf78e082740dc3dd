package racelane.app.drafts;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;

/**
 * The draft of one open form: what was left in it before is put back into its fields and said above them; what is in them when it is
 * closed unsaved is kept. JavaFX thread.
 */
public final class FormDraft {
    private static final Texts TEXTS = Texts.of(FormDraft.class);

    private final Drafts drafts;
    private final String form;
    private final Map<String, TextInputControl> fields;
    private final Map<String, String> initial = new LinkedHashMap<>();
    private final HBox notice = new HBox(6);
    private final PauseTransition pause = new PauseTransition(Duration.millis(500));

    /**
     * Puts a draft back, when there is one that says something else than the form does.
     *
     * @param form what the form is about: the same name finds the draft again
     * @param fields the form's fields by name, filled as they are without a draft
     */
    public FormDraft(Drafts drafts, String form, Map<String, TextInputControl> fields) {
        this.drafts = drafts;
        this.form = form;
        this.fields = new LinkedHashMap<>(fields);
        fields.forEach((name, field) -> initial.put(name, field.getText()));
        notice.setAlignment(Pos.CENTER_LEFT);
        notice.getChildren()
                .addAll(
                        Nodes.label(TEXTS.get("kept"), "notice-text", "small"),
                        Nodes.link(TEXTS.get("discard"), this::discard));
        notice.setId("draft-notice");
        Map<String, String> left = drafts.of(form);
        left.keySet().retainAll(fields.keySet());
        boolean differs =
                left.entrySet().stream().anyMatch(one -> !one.getValue().equals(initial.get(one.getKey())));
        if (differs) {
            left.forEach(this::put);
        }
        Nodes.show(notice, differs);
        pause.setOnFinished(event -> keep());
        fields.values().forEach(field -> field.textProperty().addListener((property, before, now) -> typed()));
    }

    /** A program that is killed under an open form loses what was typed in the last half second, and no more. */
    private void typed() {
        if (pause.getStatus() != Animation.Status.RUNNING) {
            pause.playFromStart();
        }
    }

    /** Returns the line that says that a draft was put back; it takes no room when there was none. */
    public Node notice() {
        return notice;
    }

    /** Says that what is in the fields was saved, so that no draft of it is needed; what is typed from now on may need one. */
    public void saved() {
        pause.stop();
        fields.forEach((name, field) -> initial.put(name, field.getText()));
        drafts.drop(form);
        Nodes.show(notice, false);
    }

    /** Keeps what is in the fields, unless that was saved or is what the form began with. To be called when the form goes away. */
    public void closed() {
        pause.stop();
        keep();
    }

    private void keep() {
        Map<String, String> now = new LinkedHashMap<>();
        fields.forEach((name, field) -> now.put(name, field.getText()));
        if (now.equals(initial)) {
            drafts.drop(form);
        } else {
            drafts.keep(form, now);
        }
    }

    private void discard() {
        initial.forEach(this::put);
        drafts.drop(form);
        Nodes.show(notice, false);
        fields.values().stream().findFirst().ifPresent(TextInputControl::requestFocus);
    }

    private void put(String name, String text) {
        TextInputControl field = fields.get(name);
        if (field != null) {
            field.setText(text);
            field.end();
        }
    }
}
