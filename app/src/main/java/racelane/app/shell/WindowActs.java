package racelane.app.shell;

/** What commands ask of the window itself. */
interface WindowActs {
    void focusSearch();

    void about();

    void exportFigure();

    void toggleFullScreen();

    void close();
}
