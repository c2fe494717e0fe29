package dev.tidemark.model.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Rating;
import dev.tidemark.model.metric.Statistic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueStatusTest {

    private static Limit limit(String metric, Bound bound, Severity severity) {
        return new Limit(Metric.of(metric), Statistic.MEDIAN, bound, severity, 1, 1, Optional.empty());
    }

    private static ValueStatus status(String metric, double value, Limit... limits) {
        return ValueStatus.of(new Measurement(Metric.of(metric), value), List.of(limits), FormFactor.DESKTOP);
    }

    @ParameterizedTest(name = "{0} {1} against a maximum of {2} is {3}, rated {4}")
    @CsvSource({
        "LCP,   2150,   1000, over,   good",
        "LCP,   1000.4, 1000, over,   good",
        "LCP,   1000,   1000, near,   good",
        "LCP,   900,    1000, near,   good",
        "LCP,   899,    1000, within, good",
        "LCP,   5000,   9000, within, poor",
        "LCP,   3000,   3100, near,   needs-improvement",
        "CLS,   0.09,   0.1,  near,   good",
        "CLS,   0.089,  0.1,  within, good",
        "CLS,   0,      0,    within, good",
        "CLS,   0.001,  0,    over,   good",
        "BYTES, 420000, 420000, near, none",
        "BYTES, 420001, 420000, over, none",
        "TBT,   0,      200,  within, good"
    })
    void givenAMaximum_thenTheLimitComesFirstAndTheRatingStaysBeside(
            String metric, double value, double max, String tone, String rating) {
        ValueStatus status = status(metric, value, limit(metric, new Bound.Max(max), Severity.CRITICAL));

        assertThat(status.tone()).isEqualTo(tone);
        assertThat(status.ratingLabel()).isEqualTo(rating);
    }

    @ParameterizedTest(name = "{0} {1} against a minimum of {2} is {3}")
    @CsvSource({
        "SCORE,  0.93,  0.95, over",
        "SCORE,  0.95,  0.95, near",
        "SCORE,  0.954, 0.95, near",
        "SCORE,  0.96,  0.95, within",
        "SCORE,  0.54,  0.5,  near",
        "SCORE,  0.56,  0.5,  within",
        "SCORE,  1,     1,    within",
        "UPTIME, 100,   99.5, within"
    })
    void givenAMinimum_thenTheDirectionIsReversed(String metric, double value, double min, String status) {
        Bound.Min bound = new Bound.Min(min);

        assertThat(BudgetStatus.of(Metric.of(metric), bound, value).label()).isEqualTo(status);
    }

    @Nested
    class GivenNoLimit {
        @Test
        void thenTheRatingIsTheTone() {
            ValueStatus status = status("LCP", 2_150);

            assertThat(status.tone()).isEqualTo("good");
            assertThat(status.budget()).isEmpty();
            assertThat(status.budgetTitle().isBlank()).isTrue();
            assertThat(status.shade()).hasValue(Rating.GOOD);
        }

        @Test
        void whenTheMetricHasNoThresholdsEither_thenItIsNeutral() {
            assertThat(status("BYTES", 420_000)).isEqualTo(ValueStatus.NONE);
        }
    }

    @Nested
    class GivenSeveralLimits {
        private final Limit strict = limit("LCP", new Bound.Max(1_000), Severity.WARNING);
        private final Limit loose = limit("LCP", new Bound.Max(2_500), Severity.CRITICAL);
        private final Limit other = limit("CLS", new Bound.Max(0.1), Severity.CRITICAL);

        @Test
        void whenTheValueIsOverBoth_thenTheMoreSevereOneIsNamed() {
            assertThat(status("LCP", 3_000, strict, loose, other).limit()).hasValue(loose);
        }

        @Test
        void whenTheValueIsOverOne_thenThatOneIsNamed() {
            ValueStatus status = status("LCP", 2_000, strict, loose, other);

            assertThat(status.isOver()).isTrue();
            assertThat(status.limit()).hasValue(strict);
        }

        @Test
        void whenTheValueIsWithinAll_thenTheClosestOneIsNamed() {
            assertThat(status("LCP", 500, loose, strict, other).limit()).hasValue(strict);
        }

        @Test
        void whenTheValueIsNearALooseOneButOverNone_thenItIsNear() {
            Limit floor = limit("LCP", new Bound.Min(480), Severity.WARNING);

            assertThat(status("LCP", 500, strict, floor).tone()).isEqualTo("near");
        }
    }

    @Nested
    class GivenALimitThatASingleRunDoesNotDecide {
        private final Limit window = new Limit(
                Metric.LCP,
                Statistic.P75,
                new Bound.Max(1_000),
                Severity.CRITICAL,
                1,
                1,
                Optional.of(Duration.ofDays(7)));
        private final Limit relative = limit(
                "LCP",
                new Bound.Increase(10, 0, new BaselineWindow(BaselineWindow.BaselineUnit.SAME_HOUR, 7)),
                Severity.CRITICAL);

        @Test
        void whenAValueIsJudged_thenOnlyTheRatingCounts() {
            assertThat(status("LCP", 2_150, window, relative).tone()).isEqualTo("good");
        }

        @Test
        void whenItIsRecordedAsOverBudget_thenTheValueIsShownSo() {
            ValueStatus status = status("LCP", 900, window).overBudget(window);

            assertThat(status.tone()).isEqualTo("over");
            assertThat(status.ratingLabel()).isEqualTo("good");
        }
    }

    @Nested
    class GivenAValueThatRoundsToItsLimit {
        @Test
        void whenItIsWritten_thenItHasTheDigitsThatTellThemApart() {
            Measurement value = new Measurement(Metric.LCP, 1_000.4);

            assertThat(status("LCP", 1_000.4, limit("LCP", new Bound.Max(1_000), Severity.CRITICAL))
                            .text(value))
                    .isEqualTo("1.0004 s");
        }
    }
}
