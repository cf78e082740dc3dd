package racelane.app.cli;

import java.io.PrintWriter;
import racelane.model.progress.Progress;

/** Shows how far an import is on one line of a terminal, at most ten times a second. */
final class ConsoleProgress implements Progress {
    private static final long PAUSE = 100_000_000L;
    private static final int WIDTH = 60;

    private final PrintWriter terminal;
    private final String what;
    private long lastShown;

    ConsoleProgress(PrintWriter terminal, String what) {
        this.terminal = terminal;
        this.what = what;
        this.lastShown = System.nanoTime();
    }

    /** Returns a progress for {@code what}; a silent one when it was asked for or nobody would see it. */
    static Progress of(PrintWriter err, boolean quiet, String what) {
        boolean watched = System.console() != null && System.console().isTerminal();
        return quiet || !watched ? Progress.none() : new ConsoleProgress(err, what);
    }

    @Override
    public void advance(long done, long total) {
        show(total > 0 ? " " + Math.min(100, done * 100 / total) + " %" : "");
    }

    @Override
    public void message(String text) {
        show(" " + text);
    }

    @Override
    public void checkCancelled() {
        // Ctrl+C ends the whole process; there is nothing else to ask.
    }

    /** Wipes the line. */
    void done() {
        terminal.print("\r" + " ".repeat(WIDTH) + "\r");
        terminal.flush();
    }

    private void show(String state) {
        long now = System.nanoTime();
        if (now - lastShown < PAUSE) {
            return;
        }
        lastShown = now;
        String line = what + state;
        terminal.print("\r" + line.substring(0, Math.min(line.length(), WIDTH))
                + " ".repeat(Math.max(0, WIDTH - line.length())));
        terminal.flush();
    }
}
