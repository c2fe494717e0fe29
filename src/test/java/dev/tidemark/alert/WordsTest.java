package dev.tidemark.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.Outcome;
import dev.tidemark.observation.OutcomeKind;
import dev.tidemark.probe.Severity;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WordsTest {

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
