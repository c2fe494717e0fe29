package dev.tidemark.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.measurement.Metric;
import dev.tidemark.measurement.Unit;
import dev.tidemark.observation.Outcome;
import dev.tidemark.observation.OutcomeKind;
import dev.tidemark.probe.Severity;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @Nested
    class GivenAFigure {

        @ParameterizedTest
        @CsvSource({
            "MILLISECONDS, 3912, 3.9 s",
            "MILLISECONDS, 480.4, 480 ms",
            "MILLISECONDS, 0, 0 ms",
            "BYTES, 999, 999 B",
            "BYTES, 170000, 170 kB",
            "BYTES, 1249000, 1.2 MB",
            "COUNT, 64, 64",
            "RATIO, 0.1049, 0.105"
        })
        void whenItIsSaid_thenItIsShort(Unit unit, double value, String words) {
            assertThat(Figure.of(unit, value)).isEqualTo(words);
        }

        @ParameterizedTest
        @CsvSource({"3912, 3.9 s", "2540, 2.54 s", "2504, 2.504 s"})
        void whenItLooksLikeTheBound_thenItGetsMoreDecimals(double value, String words) {
            assertThat(Figure.unlike(Unit.MILLISECONDS, value, 2500)).isEqualTo(words);
        }
    }

    @Nested
    class GivenAVerdict {

        @Test
        void whenItIsBroken_thenItSaysHowBadInHowManyRuns() {
            assertThat(LimitWords.broken(Verdicts.broken(Metric.LCP, Severity.CRITICAL)))
                    .isEqualTo("LCP 3.9 s > 2.5 s (3 of 3 runs)");
        }

        @Test
        void whenItIsKept_thenItSaysTheValueAndTheBound() {
            assertThat(LimitWords.kept(Verdicts.kept(Metric.LCP, Severity.CRITICAL)))
                    .isEqualTo("LCP 2.1 s <= 2.5 s");
        }

        @Test
        void whenTheBoundChanges_thenItIsAnotherLimit() {
            assertThat(LimitWords.key(Verdicts.atMost(Metric.LCP, 2500, Severity.WARNING)))
                    .isNotEqualTo(LimitWords.key(Verdicts.atMost(Metric.LCP, 2600, Severity.WARNING)));
        }
    }

    @Nested
    class GivenAnOutcome {

        @Test
        void whenTheDetailHasLineBreaks_thenItStaysOneLine() {
            Outcome outcome = new Outcome(OutcomeKind.HTTP_STATUS, "503\r\nBcc: everybody@example.org");

            assertThat(OutcomeWords.of(outcome)).isEqualTo("HTTP status: 503 Bcc: everybody@example.org");
        }

        @Test
        void whenThereIsNoDetail_thenTheClassIsEnough() {
            assertThat(OutcomeWords.of(new Outcome(OutcomeKind.DNS_FAILURE, "")))
                    .isEqualTo("DNS failure");
        }
    }
}
