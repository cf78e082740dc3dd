/**
 * The timeline: overview strip, ruler and swimlanes on canvases.
 *
 * <pre>
 *   Session ──▶ TimelineModel (view, scroll, lanes; no toolkit) ──▶ SceneRequest ──▶ SceneBuilder ──▶ Scene
 *                     ▲                                                                               │
 *   gestures ─────────┘                       TimelineView ◀── ScenePainter ◀─────────────────────────┘
 * </pre>
 */
package racelane.app.timeline;
