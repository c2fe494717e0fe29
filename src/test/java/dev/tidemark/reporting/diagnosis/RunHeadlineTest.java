package dev.tidemark.reporting.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LcpElement;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RunHeadlineTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Probe PROBE = DefinitionReader.json("""
            {"id":"shop","name":"Shop","url":"https://shop.example/","every":"PT5M",
             "budgets":[{"metric":"LCP","max":2500},{"metric":"TBT","max":200}]}""").probes().get(0);
    private static final LcpElement HERO = new LcpElement(
            "img.hero", Optional.of("https://shop.example/img/hero.jpg?w=2"), 90_000, 200, 300, 1_130, 200);

    @Nested
    class GivenARunWithinItsBudget {
        @Test
        void whenItsImageTookMostOfTheTime_thenTheHeadlineNamesIt() {
            RunHeadline headline = headline(Outcome.ok(), Optional.of(HERO), lcp(1_830), tbt(200));

            assertThat(headline.text())
                    .hasToString(
                            "Largest Contentful Paint (LCP) 1.83 s, within budget. 62\u00a0% of this is the load duration of hero.jpg.");
            assertThat(headline.cssClass()).isEqualTo("note-good");
        }

        @Test
        void whenTheElementIsAText_thenOnlyWaitingIsNamed() {
            LcpElement text = new LcpElement("h1", Optional.empty(), 9_000, 400, 0, 0, 600);

            assertThat(headline(Outcome.ok(), Optional.of(text), lcp(1_000)).text())
                    .hasToString(
                            "Largest Contentful Paint (LCP) 1.00 s, within budget. 60\u00a0% of this is the element render delay.");
        }
    }

    @Nested
    class GivenARunOverItsBudget {
        @Test
        void whenAnotherMetricExceedsIt_thenItsValueIsNamed() {
            RunHeadline headline = headline(Outcome.ok(), Optional.empty(), lcp(2_501), tbt(201));

            assertThat(headline.text())
                    .hasToString("Largest Contentful Paint (LCP) 2.501 s, over budget: LCP, TBT (201 ms).");
            assertThat(headline.cssClass()).isEqualTo("note-poor");
        }
    }

    @Nested
    class GivenARunThatFailed {
        @Test
        void whenThePageFailed_thenThatIsStated() {
            assertThat(headline(new Outcome(OutcomeType.HTTP_STATUS, "503"), Optional.empty())
                            .text())
                    .hasToString("The page could not be measured: HTTP status, 503");
        }

        @Test
        void whenTheMonitorFailed_thenThatIsStatedToo() {
            assertThat(headline(new Outcome(OutcomeType.BROWSER_CRASH, ""), Optional.empty())
                            .text())
                    .hasToString("Monitor failure, not a problem of the page: browser crash");
        }
    }

    private static Measurement lcp(double value) {
        return new Measurement(Metric.LCP, value);
    }

    private static Measurement tbt(double value) {
        return new Measurement(Metric.TBT, value);
    }

    private static RunHeadline headline(Outcome outcome, Optional<LcpElement> lcp, Measurement... values) {
        Run run = new Run(
                RunId.newAt(NOON),
                new Slot(PROBE.id(), PROBE.locations().get(0), NOON),
                false,
                Optional.of(NOON),
                Optional.of(NOON),
                RunState.ENDED,
                Optional.of(outcome),
                1,
                Optional.empty(),
                Measurements.of(List.of(values)),
                List.of(),
                OptionalInt.of(0));
        return new RunHeadline(run, PROBE.budgets(), lcp.map(LcpBreakdown::new));
    }
}
