package dev.tidemark.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.definition.DefinitionReader;
import dev.tidemark.history.Run;
import dev.tidemark.history.RunState;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Measurements;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.LcpElement;
import dev.tidemark.observation.Outcome;
import dev.tidemark.observation.OutcomeKind;
import dev.tidemark.observation.RunId;
import dev.tidemark.observation.Slot;
import dev.tidemark.probe.Probe;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HeadlineTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Probe PROBE = DefinitionReader.json("""
            {"id":"shop","name":"Shop","url":"https://shop.example/","every":"PT5M",
             "budgets":[{"metric":"LCP","max":2500},{"metric":"TBT","max":200}]}""").probes().get(0);
    private static final LcpElement HERO = new LcpElement(
            "img.hero", Optional.of("https://shop.example/img/hero.jpg?w=2"), 90_000, 200, 300, 1_130, 200);

    @Nested
    class GivenARunWithinItsBudget {
        @Test
        void whenItsImageTookMostOfTheTime_thenTheSentenceNamesIt() {
            Headline headline = headline(Outcome.ok(), Optional.of(HERO), lcp(1_830), tbt(200));

            assertThat(headline.text()).hasToString("LCP 1.83 s, within budget; 62\u00a0% of it loading hero.jpg.");
            assertThat(headline.tone()).isEqualTo("note-good");
        }

        @Test
        void whenTheElementIsAText_thenOnlyWaitingIsSpokenOf() {
            LcpElement text = new LcpElement("h1", Optional.empty(), 9_000, 400, 0, 0, 600);

            assertThat(headline(Outcome.ok(), Optional.of(text), lcp(1_000)).text())
                    .hasToString("LCP 1.00 s, within budget; 60\u00a0% of it waiting to be painted.");
        }
    }

    @Nested
    class GivenARunOverItsBudget {
        @Test
        void whenAnotherMetricBreaksIt_thenItsValueIsSaid() {
            Headline headline = headline(Outcome.ok(), Optional.empty(), lcp(2_501), tbt(201));

            assertThat(headline.text()).hasToString("LCP 2.50 s, over budget for LCP, TBT (201 ms).");
            assertThat(headline.tone()).isEqualTo("note-poor");
        }
    }

    @Nested
    class GivenARunThatFailed {
        @Test
        void whenItWasThePagesFault_thenThatIsSaid() {
            assertThat(headline(new Outcome(OutcomeKind.HTTP_STATUS, "503"), Optional.empty())
                            .text())
                    .hasToString("The page could not be measured: HTTP status, 503");
        }

        @Test
        void whenItWasOurs_thenThatIsSaidToo() {
            assertThat(headline(new Outcome(OutcomeKind.BROWSER_CRASH, ""), Optional.empty())
                            .text())
                    .hasToString("Our own trouble, not the page's: browser crash");
        }
    }

    private static Measurement lcp(double value) {
        return new Measurement(Metric.LCP, value);
    }

    private static Measurement tbt(double value) {
        return new Measurement(Metric.TBT, value);
    }

    private static Headline headline(Outcome outcome, Optional<LcpElement> lcp, Measurement... values) {
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
        return new Headline(run, PROBE.budgets(), lcp.map(LcpStory::new));
    }
}
