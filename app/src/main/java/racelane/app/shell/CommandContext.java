package racelane.app.shell;

import javafx.beans.binding.BooleanBinding;
import racelane.app.action.ActionGroup;
import racelane.app.action.Actions;
import racelane.app.fx.Sheets;
import racelane.app.session.Session;
import racelane.app.stages.CaseForms;

/**
 * What commands work with.
 *
 * @param open whether there is something to look at
 */
record CommandContext(
        Parts parts, Actions actions, Sheets sheets, CaseForms forms, WindowActs window, BooleanBinding open) {
    Session session() {
        return parts.session();
    }

    Registrar menu(ActionGroup group) {
        return new Registrar(actions, group, new javafx.beans.property.SimpleBooleanProperty(true));
    }
}
