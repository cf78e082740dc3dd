package racelane.app.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import racelane.app.state.StateView;
import racelane.app.windows.WindowsView;

final class TextsTest {
    private static final Texts WINDOWS = Texts.of(WindowsView.class);
    private static final Texts STATE = Texts.of(StateView.class);

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void inEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void asBefore() {
        Locale.setDefault(before);
    }

    @Test
    void whatIsFilledInIsLeftAloneWhateverItHolds() {
        assertThat(WINDOWS.get("suppress.key", "a {1} {0}", "cart:{0}")).isEqualTo("All of a {1} {0} on cart:{0}");
    }

    @Test
    void oneIsToldFromEveryOtherNumber() {
        assertThat(WINDOWS.count("windows", 0)).isEqualTo("0 windows");
        assertThat(WINDOWS.count("windows", 1)).isEqualTo("1 window");
        assertThat(WINDOWS.count("windows", 12_345)).isEqualTo("12\u2009345 windows");
        assertThat(WINDOWS.count("suppress.done", 1, "known")).isEqualTo("1 window suppressed: known");
    }

    @Test
    void aTextThatTheBundleLacksIsADefectAndNotAnEmptyLabel() {
        assertThatThrownBy(() -> WINDOWS.get("no.such.text")).isInstanceOf(MissingResourceException.class);
    }

    @Test
    void thePseudoLocaleLeavesWhatIsFilledInOutsideOfTheBrackets() {
        Locale.setDefault(Locale.of("en", "XA"));
        assertThat(WINDOWS.get("suppress.key", "late release", "cart:7"))
                .isEqualTo("⟦Áll óf ⟧late release⟦ ón ⟧cart:7");
        assertThat(WINDOWS.get("filter.all")).isEqualTo("⟦Shów áll⟧");
    }

    /** The German file lies among the tests, where a translator's file lies beside the English one. */
    @Test
    void aFileBesideTheEnglishOneAddsALanguageAndWhatItLacksStaysEnglish() {
        assertThat(STATE.get("now")).isEqualTo("now");
        Locale.setDefault(Locale.GERMANY);
        assertThat(STATE.get("now")).isEqualTo("jetzt");
        assertThat(STATE.count("lines", 1)).isEqualTo("1 Zeile");
        assertThat(STATE.count("lines", 3)).isEqualTo("3 Zeilen");
        assertThat(STATE.get("idle", "cache.get")).isEqualTo("untätig nach cache.get");
        assertThat(STATE.get("nothing")).as("not in the German file").isEqualTo("nothing has happened yet");
        assertThat(WINDOWS.get("filter.all")).as("no German file").isEqualTo("Show all");
        Locale.setDefault(Locale.ENGLISH);
        assertThat(STATE.get("now")).isEqualTo("now");
    }
}
