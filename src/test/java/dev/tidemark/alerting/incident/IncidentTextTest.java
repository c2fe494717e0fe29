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
    class GivenALimit {

        @Test
        void whenTheThresholdChanges_thenItIsAnotherLimit() {
            assertThat(Verdicts.atMost(Metric.LCP, 2500, Severity.WARNING).key())
                    .isNotEqualTo(
                            Verdicts.atMost(Metric.LCP, 2600, Severity.WARNING).key());
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
        void whenThereIsNoDetail_thenTheOutcomeTypeIsShownAlone() {
            assertThat(OutcomeText.of(new Outcome(OutcomeType.DNS_FAILURE, ""))).isEqualTo("DNS failure");
        }
    }
}
