package racelane.model.investigation.file;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import racelane.model.investigation.EditRecord;
import racelane.model.investigation.History;
import racelane.model.investigation.HistoryStep;

/**
 * A program that edits a case as fast as edits are acknowledged, tells each of them on its output, and is made to be killed. With a second
 * argument it tells every edit that was taken, long before it is on the disk, and closes its case when it is asked to end.
 */
final class EditingProcess {
    private EditingProcess() {}

    /** Opens or makes the case named by the first argument and edits until it is killed. */
    public static void main(String[] args) throws IOException {
        Path path = Path.of(args[0]);
        Cases cases = new Cases("killed");
        History history = cases.empty();
        InvestigationFile file;
        if (Files.exists(path)) {
            Opened opened = InvestigationFile.open(path, cases.setup());
            history = opened.history();
            file = opened.file();
        } else {
            file = InvestigationFile.create(path, history, cases.setup());
        }
        InvestigationFile made = file;
        Runtime.getRuntime().addShutdownHook(new Thread(made::close));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(file.readOnly() ? "read-only" : "ready");
        if (args.length > 1) {
            tellAll(file, history, out);
            return;
        }
        while (!file.readOnly()) {
            EditRecord[] burst = new EditRecord[4];
            for (int i = 0; i < burst.length; i++) {
                HistoryStep.Taken step = (HistoryStep.Taken) history.edit(Cases.note(history.newId()));
                history = step.history();
                burst[i] = step.record();
                // Told on the writer thread, at the very moment of the acknowledgement.
                var told = file.append(step.record())
                        .thenAccept(durable -> out.println(step.record().id()));
                if (i == burst.length - 1) {
                    told.toCompletableFuture().join();
                }
            }
        }
    }

    private static void tellAll(InvestigationFile file, History start, PrintStream out) {
        History history = start;
        while (true) {
            HistoryStep.Taken step = (HistoryStep.Taken) history.edit(Cases.note(history.newId()));
            history = step.history();
            boolean refused = file.append(step.record()).toCompletableFuture().isCompletedExceptionally();
            if (refused) {
                return;
            }
            out.println(step.record().id());
            if (file.appended() - file.durable() > 100) {
                Thread.onSpinWait();
            }
        }
    }
}
