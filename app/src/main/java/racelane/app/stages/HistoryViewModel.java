package racelane.app.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import racelane.app.fx.Texts;
import racelane.app.session.CaseEditor;
import racelane.app.session.Session;
import racelane.model.investigation.EditRecord;
import racelane.model.investigation.EditText;
import racelane.model.investigation.History;
import racelane.model.investigation.Investigation;

/** The edits of the case, filtered, and the case as it stood at any of them. JavaFX thread. */
public final class HistoryViewModel {
    private static final Texts TEXTS = Texts.of(HistoryViewModel.class);

    private final Session session;
    private final CaseEditor editor;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private String wanted = "";
    private boolean several;

    /**
     * One edit.
     *
     * @param number its place in the history, from 1
     * @param record who, when, what
     */
    public record Row(int number, EditRecord record) {}

    /** Creates the history of a session's case, which follows it. */
    public HistoryViewModel(Session session, CaseEditor editor) {
        this.session = session;
        this.editor = editor;
        session.historyProperty().addListener((property, before, now) -> refresh());
        session.caseShownProperty().addListener((property, before, now) -> changed());
        refresh();
    }

    /** Returns the edits that fit the filter, the latest first. */
    public ObservableList<Row> rows() {
        return rows;
    }

    /** Returns a number that changes whenever something that is shown has changed. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Returns whether there is no edit at all. */
    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /** Returns how many edits there are. */
    public int edits() {
        return session.history().records().size();
    }

    /** Returns after how many edits the case is shown. */
    public int editsShown() {
        return session.editsShown();
    }

    /** Tells whether the case is shown as it stood before. */
    public boolean isLookingBack() {
        return session.isLookingBack();
    }

    /** Tells whether more than one person has edited. */
    public boolean severalAuthors() {
        return several;
    }

    /** Returns what an edit did, for people. */
    public String words(Row row) {
        return EditText.of(row.record().edit(), session.history().state());
    }

    /** Tells whether an edit counts: it was not undone, and could be done. */
    public boolean isLive(Row row) {
        return session.history().isLive(row.record());
    }

    /** Lists only edits whose author or words hold {@code text}. */
    public void filter(String text) {
        wanted = text.strip().toLowerCase(Locale.ROOT);
        refresh();
    }

    /** Shows the case as it stood after its first {@code edits} edits. */
    public void lookBack(int edits) {
        if (edits != session.editsShown()) {
            session.lookBack(edits);
        }
    }

    /** Shows the case as it stands. */
    public void backToNow() {
        session.lookBack(edits());
    }

    /** Goes on from where the case is shown, in a case of its own; the one it comes from keeps all its edits. */
    public void branch() {
        if (session.isLookingBack()) {
            int edits = session.editsShown();
            editor.branch(edits);
            session.say(TEXTS.get("history.branched", edits));
        }
    }

    private void refresh() {
        History history = session.history();
        Investigation state = history.state();
        List<EditRecord> records = history.records();
        List<Row> next = new ArrayList<>();
        for (int i = records.size(); i > 0; i--) {
            EditRecord record = records.get(i - 1);
            if (wanted.isEmpty() || fits(record, state)) {
                next.add(new Row(i, record));
            }
        }
        several = records.stream().map(EditRecord::author).distinct().limit(2).count() > 1;
        empty.set(records.isEmpty());
        rows.setAll(next);
        changed();
    }

    private boolean fits(EditRecord record, Investigation state) {
        String text = record.author() + " " + EditText.of(record.edit(), state);
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }
}
