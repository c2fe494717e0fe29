package dev.tidemark.alerting.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Severity;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IncidentTextTest {

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
            Outcome outcome = new Outcome(OutcomeType.HTTP_STATUS, "503\r\nBcc: everybody@example.org");

            assertThat(OutcomeText.of(outcome)).isEqualTo("HTTP status: 503 Bcc: everybody@example.org");
        }

        @Test
        void whenThereIsNoDetail_thenTheClassIsEnough() {
            assertThat(OutcomeText.of(new Outcome(OutcomeType.DNS_FAILURE, "")))
                    .isEqualTo("DNS failure");
        }
    }
}
