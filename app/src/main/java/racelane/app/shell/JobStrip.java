package racelane.app.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;
import racelane.app.job.Job;
import racelane.app.job.JobListener;

/**
 * A slim row under the toolbar for each job at work: what it is, how far, and how to stop it. What takes a blink or waits for another has
 * none, and the place of the last row stays for a moment, in which the next job often begins: whenever the strip comes, goes or changes
 * its height, everything under it moves and the whole window is painted anew. JavaFX thread.
 */
final class JobStrip extends VBox implements JobListener {
    private static final Texts TEXTS = Texts.of(JobStrip.class);

    private static final Duration BLINK = Duration.millis(150);
    private static final Duration MOMENT = Duration.millis(400);

    private final Map<Job<?>, Row> rows = new LinkedHashMap<>();
    private final PauseTransition coming = new PauseTransition(BLINK);
    private final PauseTransition going = new PauseTransition(MOMENT);

    JobStrip() {
        getStyleClass().add("job-strip");
        setId("jobs");
        Nodes.show(this, false);
        coming.setOnFinished(event -> Nodes.show(this, !rows.isEmpty()));
        going.setOnFinished(event -> Nodes.show(this, !rows.isEmpty()));
    }

    @Override
    public void started(Job<?> job) {
        Row row = new Row(job);
        rows.put(job, row);
        getChildren().add(row);
        showBegun();
        going.stop();
        if (!isVisible()) {
            coming.play();
        }
    }

    @Override
    public void changed(Job<?> job) {
        Row row = rows.get(job);
        if (row != null) {
            row.show(job);
            showBegun();
        }
    }

    @Override
    public void ended(Job<?> job) {
        Row row = rows.remove(job);
        if (row == null) {
            return;
        }
        setMinHeight(Math.max(getMinHeight(), row.getHeight()));
        if (rows.isEmpty()) {
            coming.stop();
            going.playFromStart();
        }
        getChildren().remove(row);
        showBegun();
    }

    /** Shows the rows of the jobs that have begun; while all wait for something out of sight, that of the first. */
    private void showBegun() {
        boolean begun = rows.keySet().stream().anyMatch(Job::begun);
        boolean first = true;
        for (Map.Entry<Job<?>, Row> entry : rows.entrySet()) {
            Nodes.show(entry.getValue(), entry.getKey().begun() || (!begun && first));
            first = false;
        }
    }

    private static final class Row extends HBox {
        private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        private final Label percent = Nodes.label("", "mono", "muted", "small");
        private final Label message = Nodes.label("", "muted", "small");

        Row(Job<?> job) {
            getStyleClass().add("job-row");
            bar.setPrefWidth(220);
            bar.setAccessibleText(job.title());
            percent.setMinWidth(40);
            message.setMinWidth(0);
            var cancel = Nodes.link(TEXTS.get("job.cancel"), job::cancel);
            cancel.setId("cancel-job");
            getChildren().addAll(Nodes.label(job.title()), bar, percent, Nodes.grow(message), cancel);
        }

        void show(Job<?> job) {
            double fraction = job.fraction();
            bar.setProgress(fraction < 0 ? ProgressBar.INDETERMINATE_PROGRESS : fraction);
            percent.setText(fraction < 0 ? "" : Math.round(fraction * 100) + " %");
            message.setText(job.message());
        }
    }
}
