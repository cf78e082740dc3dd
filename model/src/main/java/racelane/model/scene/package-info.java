/**
 * From evidence to geometry: a {@link racelane.model.scene.SceneRequest} becomes a flat {@link racelane.model.scene.Scene} of
 * marks and shapes with colour roles. Pure, without a toolkit; the screen, the picture and the tests read the same values.
 */
package racelane.model.scene;
