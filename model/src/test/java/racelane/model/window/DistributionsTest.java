package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import racelane.model.window.Distributions.Band;

/** Against the values of SciPy 1.17 (beta.ppf, chi2.ppf, norm.cdf), and what the flagship case says. */
class DistributionsTest {
    private static final Offset<Double> NEAR = within(1e-9);

    @ParameterizedTest
    @CsvSource({
        "8, 100, 0.0351715625182, 0.151557635864",
        "0, 10, 0, 0.308497107819",
        "67, 100, 0.568827249222, 0.760801465377",
        "20, 20, 0.831566529017, 1",
        "1, 1000, 2.53174874913e-05, 0.00555892427983",
        "499, 1000, 0.467552186254, 0.530453716661",
        "3, 7, 0.0989882784425, 0.81594843236",
        "5000, 100000, 0.0486572552073, 0.0513689208806"
    })
    void sharesHaveTheIntervalOfClopperAndPearson(long hits, long trials, double low, double high) {
        Band band = Distributions.share(hits, trials, 0.95);
        assertThat(band.low()).isCloseTo(low, NEAR);
        assertThat(band.high()).isCloseTo(high, NEAR);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 3.68887945411",
        "1, 0.0253178079843, 5.57164339094",
        "10, 4.79538869613, 18.390356042",
        "100, 81.3639912509, 121.626793792",
        "10000, 9804.95246726, 10197.9516247"
    })
    void countsHaveTheIntervalOfGarwood(long count, double low, double high) {
        Band band = Distributions.mean(count, 0.95);
        assertThat(band.low()).isCloseTo(low, within(1e-6 * Math.max(1, low)));
        assertThat(band.high()).isCloseTo(high, within(1e-6 * high));
    }

    @ParameterizedTest
    @CsvSource({
        "0.95, 1, 3.84145882069",
        "0.99, 1, 6.63489660102",
        "0.95, 10, 18.3070380533",
        "0.975, 30, 46.9792422437",
        "0.05, 5, 1.14547622606",
        "0.001, 2, 0.00200100066717"
    })
    void chiSquareHasThePublishedQuantiles(double p, double degrees, double value) {
        assertThat(Distributions.chiSquareQuantile(p, degrees)).isCloseTo(value, within(1e-8 * value));
    }

    @ParameterizedTest
    @CsvSource({
        "-3, 0.00134989803163",
        "-1.959963984540054, 0.025",
        "-0.5, 0.308537538726",
        "0, 0.5",
        "0.1, 0.539827837277",
        "1, 0.841344746069",
        "2.5758293035489, 0.995"
    })
    void theNormalDistributionHasThePublishedValues(double x, double p) {
        assertThat(Distributions.normal(x)).isCloseTo(p, NEAR);
    }

    @Test
    void theFlagshipCasesFiguresComeOut() {
        ExposureModel.Fit fit = ExposureModel.fit(0.08, 0.67, 100e6);
        assertThat(fit.rate()).isCloseTo(10.25, within(0.005));
        assertThat(fit.width()).isCloseTo(8.13e6, within(0.01e6));
        assertThat(ExposureModel.poisson(fit.rate(), fit.width() + 100e6, 0)).isCloseTo(0.67, NEAR);
        assertThat(ExposureModel.widening(0.67, fit.rate(), fit.width(), 0)).isCloseTo(100e6, within(1.0));
        assertThat(ExposureModel.poller(200e6, 13.6e6, 2.4e6)).isCloseTo(0.08, NEAR);
        assertThat(ExposureModel.race(1, 42.6)).isCloseTo(0.5094, within(1e-4));
        assertThat(ExposureModel.race(-99, 42.6)).isLessThan(0.0101);
        assertThat(ExposureModel.duty(0.01, 100)).isCloseTo(0.6339676587, within(1e-9));
    }
}
