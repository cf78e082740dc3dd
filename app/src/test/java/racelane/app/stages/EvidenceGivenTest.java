package racelane.app.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.app.export.RedactionChoice;
import racelane.app.report.RedactionSetting;
import racelane.app.session.DraggedEvidence;
import racelane.app.session.QuietTimeline;
import racelane.app.session.Rig;
import racelane.app.session.Selection;
import racelane.app.session.WindowList;
import racelane.model.event.EventRef;
import racelane.model.investigation.Pin;
import racelane.model.time.TimeRange;
import racelane.model.window.RaceWindow;
import racelane.model.window.Verdict;

/** Evidence that is given to a hypothesis by dragging, and to others by a copy. */
final class EvidenceGivenTest {
    @TempDir
    Path folder;

    @Test
    void aCopyToShareHidesWhatTheUsersOwnRulesFindAndShowsWhatTheyTicked() throws IOException {
        try (Rig rig = new Rig(folder)) {
            CaseViewModel model = new CaseViewModel(rig.session, rig.editor, rig.jobs, new QuietTimeline());
            Files.writeString(folder.resolve(RedactionChoice.OWN_RULES), "account: ACC-\\d+\n");
            rig.opener.open(List.of(rig.file("a.log", "1 a set ACC-4711", "5 b get bob@example.com")));
            rig.session.select(new Selection.EventSelected(new EventRef(0, 0)));
            model.pinSelected();
            rig.session.select(new Selection.EventSelected(new EventRef(0, 1)));
            model.pinSelected();
            RedactionSetting setting = new RedactionSetting(folder);
            setting.choose(false, Set.of("bob@example.com"));
            ShareViewModel share = new ShareViewModel(rig.session, rig.jobs, rig, setting);
            Path bundle = folder.resolve("bundle.racelane");
            share.bundle(bundle);
            assertThat(rig.errors).isEmpty();
            assertThat(Files.readString(bundle)).contains("bob@example.com").doesNotContain("ACC-4711");
            setting.choose(true, Set.of());
            share.bundle(folder.resolve("raw.racelane"));
            assertThat(Files.readString(folder.resolve("raw.racelane"))).contains("ACC-4711");
            assertThat(rig.news.getLast()).contains("nothing hidden");
        }
    }

    @Test
    void aWindowDroppedOnAHypothesisIsPinnedAndLinkedOnWhicheverSideItWasDropped() {
        try (Rig rig = new Rig(folder)) {
            CaseViewModel model = new CaseViewModel(rig.session, rig.editor, rig.jobs, new QuietTimeline());
            rig.opener.open(List.of(rig.file("a.log", "1 a set key:1", "2 b get key:1")));
            RaceWindow window = new RaceWindow(
                    "w1",
                    "stale-read",
                    "Read inside",
                    "set → get → drop",
                    "key:1",
                    Verdict.CERTAIN,
                    racelane.model.window.Evidence.EXPOSED,
                    1,
                    new TimeRange(1, 3),
                    List.of(),
                    1,
                    true,
                    "",
                    "");
            rig.session.setWindows(new WindowList(List.of(window), 1, false));
            model.propose("because of two steps", false);
            String h1 = model.state().hypotheses().getFirst().id();
            model.linkDropped(h1, DraggedEvidence.window("w1"), true);
            Pin pin = model.state().pins().getFirst();
            assertThat(pin.ref()).isEqualTo("w1");
            assertThat(model.state().hypotheses().getFirst().evidenceFor()).containsExactly(pin.id());
            model.linkDropped(h1, DraggedEvidence.pin(pin.id()), false);
            assertThat(model.state().hypotheses().getFirst().evidenceFor()).isEmpty();
            assertThat(model.state().hypotheses().getFirst().evidenceAgainst()).containsExactly(pin.id());
            model.linkDropped(h1, DraggedEvidence.window("gone"), true);
            model.linkDropped(h1, "text of another program", true);
            assertThat(model.state().pins()).hasSize(1);
        }
    }
}
