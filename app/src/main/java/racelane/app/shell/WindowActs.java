package racelane.app.shell;

import java.nio.file.Path;
import java.util.List;

/** What commands ask of the window itself. */
interface WindowActs {
    void focusSearch();

    void about();

    void exportFigure();

    void toggleFullScreen();

    /** Opens files in this window; cases that another window has open are brought to the front there. */
    void open(List<Path> files);

    /** Adds files to what is open; cases that another window has open are brought to the front there. */
    void add(List<Path> files);

    void openNew();

    void close();

    void quit();
}
