/**
 * The timeline: overview strip, ruler and swimlanes as pixels.
 *
 * <pre>
 *   Session ──▶ TimelineModel (view, scroll, lanes; no toolkit) ──▶ FrameSource ──▶ TimelineFrame
 *                     ▲                                                                   │ a job, beside the JavaFX thread
 *   gestures ─────────┘    TimelineView ◀── ScenePainter ◀── Scene ◀── SceneBuilder ◀─────┘
 * </pre>
 */
package racelane.app.timeline;
