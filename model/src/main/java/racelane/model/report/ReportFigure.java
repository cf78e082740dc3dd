package racelane.model.report;

import racelane.model.scene.FigureRequest;

/**
 * A picture of a report, still to be drawn.
 *
 * @param id its name in the report, fit for a file name: {@code w1}
 * @param request what it shows, redacted already
 */
public record ReportFigure(String id, FigureRequest request) {}
