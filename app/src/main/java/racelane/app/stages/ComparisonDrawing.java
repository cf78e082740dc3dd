package racelane.app.stages;

import java.util.HashMap;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;
import racelane.model.comparison.Comparison;
import racelane.model.comparison.Comparison.Match;
import racelane.model.comparison.Difference;
import racelane.model.comparison.Example;
import racelane.model.comparison.Example.Step;
import racelane.model.time.TimeText;

/**
 * Draws two examples one above the other on one scale of time, each from its own first step. A line joins what both do; lines that cross are
 * steps in another order.
 */
final class ComparisonDrawing extends Pane {
    private static final Texts TEXTS = Texts.of(ComparisonDrawing.class);

    private static final double NAMES = 120;
    private static final double ROW = 24;
    private static final double BAR = 16;
    private static final double HEAD = 22;
    private static final double GAP = 56;
    private static final int MOST_ROWS = 6;
    private static final int MOST_STEPS = 150;
    private static final double LETTER = 6.2;

    private final Comparison comparison;
    private final Map<Integer, double[]> workingAt = new HashMap<>();
    private final Map<Integer, double[]> brokenAt = new HashMap<>();
    private double scale = 1;

    ComparisonDrawing(Comparison comparison) {
        this.comparison = comparison;
        getStyleClass().add("comparison-drawing");
        double height = 2 * HEAD + (rows(comparison.working()) + rows(comparison.broken())) * ROW + GAP + 8;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        // Not at once: the width changes while the window is laid out, and what is added then would be drawn without
        // its style.
        widthProperty().addListener((property, before, now) -> Platform.runLater(this::draw));
        setAccessibleText(TEXTS.get("comparison.drawing"));
    }

    private static int rows(Example example) {
        return Math.clamp(example.actors().size(), 1, MOST_ROWS);
    }

    private void draw() {
        getChildren().clear();
        workingAt.clear();
        brokenAt.clear();
        double room = Math.max(50, getWidth() - NAMES - 90);
        long longest = Math.max(
                1, Math.max(comparison.working().duration(), comparison.broken().duration()));
        scale = room / longest;
        Map<Integer, String> workingStyles = new HashMap<>();
        Map<Integer, String> brokenStyles = new HashMap<>();
        comparison.rows().stream().filter(row -> row.match() != Match.SAME).forEach(row -> {
            String style = row.match() == Match.MOVED ? "comparison-elsewhere" : "comparison-odd";
            workingStyles.put(row.working(), style);
            brokenStyles.put(row.broken(), style);
        });
        double top = side("comparison.side.works", comparison.working(), 0);
        steps(comparison.working(), HEAD, workingStyles, workingAt);
        side("comparison.side.fails", comparison.broken(), top + GAP);
        steps(comparison.broken(), top + GAP + HEAD, brokenStyles, brokenAt);
        join();
    }

    /** Draws the title and the rows of one side; returns where they end. */
    private double side(String key, Example example, double top) {
        Label title =
                Nodes.label(TEXTS.get(key, example.title(), TimeText.duration(example.duration())), "prompt-title");
        title.relocate(6, top + 3);
        getChildren().add(title);
        int rows = rows(example);
        for (int row = 0; row < rows; row++) {
            boolean more = row == MOST_ROWS - 1 && example.actors().size() > MOST_ROWS;
            String name = more
                    ? TEXTS.get("comparison.more", example.actors().size() - MOST_ROWS + 1)
                    : example.actors().isEmpty()
                            ? TEXTS.get("comparison.nothing")
                            : example.actors().get(row);
            double y = top + HEAD + row * ROW;
            Label label = Nodes.label(name, "small", "muted");
            label.setMaxWidth(NAMES - 12);
            label.relocate(6, y + 3);
            Line ground = line(NAMES, y + ROW / 2, getWidth() - 6, y + ROW / 2, "comparison-ground");
            getChildren().addAll(ground, label);
        }
        return top + HEAD + rows * ROW;
    }

    private void steps(Example example, double top, Map<Integer, String> styles, Map<Integer, double[]> at) {
        int rows = rows(example);
        double[] taken = new double[rows];
        double[] covered = new double[rows];
        for (int i = 0; i < Math.min(MOST_STEPS, example.steps().size()); i++) {
            Step step = example.steps().get(i);
            int row = Math.min(step.actor(), rows - 1);
            double y = top + row * ROW + (ROW - BAR) / 2;
            double x = NAMES + step.offset() * scale;
            double width = Math.max(4, step.duration() * scale);
            at.put(i, new double[] {x + Math.min(width, 4) / 2, y, y + BAR});
            bar(step, x, y, width, styles.getOrDefault(i, "comparison-step"));
            double words = step.operation().length() * LETTER;
            boolean inside = words + 8 < width;
            double from = inside ? x + 5 : x + width + 4;
            if (from >= taken[row] && from + words < getWidth()) {
                Label label = Nodes.label(step.operation(), "comparison-label");
                if (inside || from < covered[row]) {
                    label.getStyleClass().add("inside");
                }
                label.setMouseTransparent(true);
                label.relocate(from, y - 1);
                getChildren().add(label);
                taken[row] = from + words + 6;
            }
            covered[row] = Math.max(covered[row], x + width);
        }
    }

    private void bar(Step step, double x, double y, double width, String style) {
        Rectangle bar = new Rectangle(x, y, width, BAR);
        bar.setArcWidth(3);
        bar.setArcHeight(3);
        bar.getStyleClass().add(style);
        String took = step.open()
                ? ", " + TEXTS.get("comparison.open")
                : step.duration() == 0 ? "" : ", " + TimeText.duration(step.duration());
        Tooltip.install(
                bar,
                new Tooltip(step.operation() + (step.key().isEmpty() ? "" : " " + step.key()) + "\n+"
                        + TimeText.duration(step.offset()) + took));
        getChildren().add(bar);
    }

    private void join() {
        for (Comparison.Row row : comparison.rows()) {
            if (row.match() == Match.SAME) {
                join(row.working(), row.broken(), "comparison-same");
            }
        }
        for (Difference difference : comparison.differences()) {
            if (difference.kind() == Difference.Kind.ORDER) {
                join(difference.working(), difference.broken(), "comparison-moved");
            }
        }
    }

    private void join(int working, int broken, String style) {
        double[] from = workingAt.get(working);
        double[] to = brokenAt.get(broken);
        if (from != null && to != null) {
            Line line = line(from[0], from[2], to[0], to[1], style);
            getChildren().addFirst(line);
        }
    }

    private static Line line(double fromX, double fromY, double toX, double toY, String style) {
        Line line = new Line(fromX, fromY, toX, toY);
        line.getStyleClass().add(style);
        line.setMouseTransparent(true);
        return line;
    }
}
