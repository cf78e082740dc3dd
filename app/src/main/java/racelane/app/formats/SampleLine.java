package racelane.app.formats;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import racelane.app.fx.Texts;
import racelane.model.format.FieldMark;

/**
 * One line of text whose parts are coloured by field and marked with the mouse or the keyboard: arrows move, Shift marks, Ctrl goes
 * by words, a double click takes a word. JavaFX thread.
 */
final class SampleLine extends StackPane {
    private static final Texts TEXTS = Texts.of(SampleLine.class);

    private static final int LONGEST = 2_000;
    private static final double AROUND = 40;

    private final Text text = new Text();
    private final TextFlow flow = new TextFlow(text);
    private final Group fields = new Group();
    private final Path marked = new Path();
    private final Path caretShape = new Path();
    private final Pane layers = new Pane(fields, marked, flow, caretShape);
    private final ReadOnlyBooleanWrapper some = new ReadOnlyBooleanWrapper();
    private List<FieldMark> marks = List.of();
    private int anchor;
    private int caret;

    SampleLine() {
        getStyleClass().add("sample-line");
        text.getStyleClass().add("sample-text");
        marked.getStyleClass().add("sample-marked");
        caretShape.getStyleClass().add("sample-caret");
        fields.setManaged(false);
        marked.setManaged(false);
        caretShape.setManaged(false);
        layers.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        layers.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMinWidth(0);
        setAlignment(Pos.CENTER_LEFT);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().add(layers);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_FIELD);
        flow.layoutBoundsProperty().addListener((property, before, now) -> draw());
        focusedProperty().addListener((property, before, now) -> draw());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> caretTo(at(event), true));
        addEventHandler(
                ScrollEvent.SCROLL, event -> scrollTo(layers.getTranslateX() + event.getDeltaX() + event.getDeltaY()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Shows a line; what was marked in another one is forgotten. */
    void show(String line, List<FieldMark> parts) {
        String shown = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        if (!shown.equals(text.getText())) {
            text.setText(shown);
            anchor = 0;
            caret = 0;
            layers.setTranslateX(0);
        }
        marks = List.copyOf(parts);
        setAccessibleText(TEXTS.get("sample.name", shown));
        draw();
    }

    int from() {
        return Math.min(anchor, caret);
    }

    int to() {
        return Math.max(anchor, caret);
    }

    /** Marks a part. */
    void mark(int from, int to) {
        anchor = Math.clamp(from, 0, length());
        caretTo(to, true);
    }

    /** Tells whether anything is marked. */
    javafx.beans.value.ObservableBooleanValue someMarked() {
        return some.getReadOnlyProperty();
    }

    private int length() {
        return text.getText().length();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        int at = at(event);
        if (event.getClickCount() == 2) {
            word(at);
        } else {
            caretTo(at, event.isShiftDown());
        }
    }

    private int at(MouseEvent event) {
        Point2D point = flow.sceneToLocal(event.getSceneX(), event.getSceneY());
        double y = flow.getHeight() / 2;
        return flow.getHitInfo(new Point2D(point.getX(), y)).getInsertionIndex();
    }

    /** Takes the word around a place: what stands between blanks, brackets and bars. */
    private void word(int at) {
        String line = text.getText();
        int from = Math.min(at, line.length());
        int to = from;
        while (from > 0 && isWord(line.charAt(from - 1))) {
            from--;
        }
        while (to < line.length() && isWord(line.charAt(to))) {
            to++;
        }
        mark(from, to);
    }

    private static boolean isWord(char c) {
        return !Character.isWhitespace(c) && "[](){}<>|,;\"'=".indexOf(c) < 0;
    }

    private void key(KeyEvent event) {
        int next = switch (event.getCode()) {
            case LEFT -> event.isShortcutDown() ? wordBefore() : caret - 1;
            case RIGHT -> event.isShortcutDown() ? wordBehind() : caret + 1;
            case HOME -> 0;
            case END -> length();
            default -> -1;
        };
        if (next >= 0 || event.getCode() == javafx.scene.input.KeyCode.LEFT) {
            caretTo(Math.max(0, next), event.isShiftDown());
            event.consume();
        } else if (event.getCode() == javafx.scene.input.KeyCode.A && event.isShortcutDown()) {
            mark(0, length());
            event.consume();
        }
    }

    private int wordBefore() {
        BreakIterator words = words();
        int at = caret == 0 ? 0 : words.preceding(caret);
        while (at > 0 && Character.isWhitespace(text.getText().charAt(at))) {
            at = words.previous();
        }
        return Math.max(0, at);
    }

    private int wordBehind() {
        BreakIterator words = words();
        int at = caret >= length() ? length() : words.following(caret);
        while (at != BreakIterator.DONE
                && at < length()
                && Character.isWhitespace(text.getText().charAt(at))) {
            at = words.next();
        }
        return at == BreakIterator.DONE ? length() : at;
    }

    private BreakIterator words() {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text.getText());
        return words;
    }

    private void caretTo(int at, boolean mark) {
        caret = Math.clamp(at, 0, length());
        anchor = mark ? anchor : caret;
        some.set(anchor != caret);
        setAccessibleHelp(
                anchor == caret ? "" : TEXTS.get("sample.marked", text.getText().substring(from(), to())));
        draw();
        reveal();
    }

    private void reveal() {
        double x = caretShape.getBoundsInLocal().getMinX();
        double left = -layers.getTranslateX();
        double seen = getWidth() - getInsets().getLeft() - getInsets().getRight();
        if (x < left + AROUND) {
            scrollTo(AROUND - x);
        } else if (x > left + seen - AROUND) {
            scrollTo(seen - AROUND - x);
        }
    }

    /** Moves the line to {@code x} px from its place, as far as there is something to see. */
    private void scrollTo(double x) {
        double seen = getWidth() - getInsets().getLeft() - getInsets().getRight();
        layers.setTranslateX(Math.min(0, Math.max(x, seen - flow.getWidth() - AROUND)));
    }

    private void draw() {
        fields.getChildren().clear();
        for (FieldMark mark : marks) {
            if (mark.to() <= length()) {
                Path path = new Path(flow.getRangeShape(mark.from(), mark.to(), false));
                path.getStyleClass().addAll("field-area", FormatField.style(mark.field()));
                fields.getChildren().add(path);
            }
        }
        marked.getElements().setAll(from() < to() ? flow.getRangeShape(from(), to(), false) : new PathElement[0]);
        caretShape.getElements().setAll(isFocused() ? flow.getCaretShape(caret, true) : new PathElement[0]);
    }
}
