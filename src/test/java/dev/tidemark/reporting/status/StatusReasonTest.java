package dev.tidemark.reporting.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.incident.IncidentType;
import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
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
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StatusReasonTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final Probe probe = probe("");

    private static Probe probe(String more) {
        String yaml = "{id: shop, url: 'https://shop.example/', every: PT5M" + more + "}";
        return DefinitionReader.yaml("", yaml, VariableSubstitution.NONE)
                .probes()
                .get(0);
    }

    private Optional<Run> ended(OutcomeType kind) {
        return Optional.of(new Run(
                RunId.newAt(NOON),
                new Slot(probe.id(), LocationName.DEFAULT, NOON),
                false,
                Optional.of(NOON),
                Optional.of(NOON),
                RunState.ENDED,
                Optional.of(new Outcome(kind, "")),
                1,
                Optional.empty(),
                Measurements.none(),
                List.of(),
                OptionalInt.empty()));
    }

    private Incident incident(IncidentType concern, ProbeState state, String headline) {
        return new Incident(
                new UUID(1, 1),
                probe.id(),
                "Shop",
                LocationName.DEFAULT,
                concern,
                state,
                state,
                headline,
                NOON,
                RunId.newAt(NOON),
                Optional.empty(),
                Optional.empty());
    }

    @Nested
    class GivenAnOutageThatBeganWithAnHttpStatus {

        private String reason(OutcomeType lastRun) {
            Incident outage =
                    incident(IncidentType.AVAILABILITY, ProbeState.FAILING, "HTTP status: 500 (2 runs in a row)");
            return StatusReason.of(probe, Optional.of(ProbeState.FAILING), List.of(outage), ended(lastRun))
                    .text()
                    .toString();
        }

        @Test
        void whenTheLastRunMetTheSame_thenTheHeadlineIsTheReason() {
            assertThat(reason(OutcomeType.HTTP_STATUS)).isEqualTo("HTTP status: 500 (2 runs in a row)");
            assertThat(reason(OutcomeType.MISSED)).isEqualTo("HTTP status: 500 (2 runs in a row)");
        }

        @Test
        void whenTheLastRunMetSomethingElse_thenThatComesFirst() {
            assertThat(reason(OutcomeType.CONNECTION_REFUSED))
                    .isEqualTo("connection refused; at first HTTP status: 500 (2 runs in a row)");
        }

        @Test
        void whenTheLastRunSucceeded_thenItIsNotCalledFailed() {
            assertThat(reason(OutcomeType.OK))
                    .isEqualTo("the last run succeeded; open incident: HTTP status: 500 (2 runs in a row)");
        }
    }

    @Nested
    class GivenOpenIncidents {
        @Test
        void whenTheStateIsFailing_thenTheReasonsAreTheirHeadlinesWorstFirst() {
            StatusReason reason = StatusReason.of(
                    probe,
                    Optional.of(ProbeState.FAILING),
                    List.of(
                            incident(IncidentType.BUDGET, ProbeState.DEGRADED, "LCP 3.9 s > 2.5 s (3 of 3 runs)"),
                            incident(IncidentType.AVAILABILITY, ProbeState.FAILING, "timeout (2 runs in a row)")),
                    ended(OutcomeType.TIMEOUT));

            assertThat(reason)
                    .satisfies(is(ProbeState.FAILING, "timeout (2 runs in a row), LCP 3.9 s > 2.5 s (3 of 3 runs)"));
        }
    }

    @Nested
    class GivenAProbeThatPasses {
        private final Optional<ProbeState> passing = Optional.of(ProbeState.PASSING);

        @Test
        void whenItsLastRunTimedOutOnce_thenItStillPassesAndThatIsStated() {
            assertThat(StatusReason.of(probe, passing, List.of(), ended(OutcomeType.TIMEOUT)))
                    .satisfies(is(ProbeState.PASSING, "last run: " + OutcomeType.TIMEOUT.title()));
        }

        @Test
        void whenItHasNoBudget_thenThatIsStated() {
            assertThat(StatusReason.of(probe, passing, List.of(), ended(OutcomeType.OK))
                            .text())
                    .hasToString("no budget");
        }

        @Test
        void whenItHasABudget_thenItIsWithinBudget() {
            Probe limited = probe(", budgets: [{metric: LCP, max: 2500}]");

            assertThat(StatusReason.of(limited, passing, List.of(), ended(OutcomeType.OK))
                            .text())
                    .hasToString("within budget");
        }

        @Test
        void whenItIsDisabled_thenItIsPausedRegardlessOfItsState() {
            assertThat(StatusReason.of(probe(", enabled: false"), passing, List.of(), ended(OutcomeType.OK)))
                    .satisfies(is(ProbeState.PAUSED, "paused"));
        }
    }

    @Nested
    class GivenAProbeWithoutState {
        @Test
        void whenNoRunHasCompleted_thenThatIsStated() {
            assertThat(StatusReason.of(probe, Optional.empty(), List.of(), Optional.empty()))
                    .satisfies(is(ProbeState.UNKNOWN, "no finished runs yet"));
        }

        @Test
        void whenTheMonitorsBrowserCrashed_thenItIsAMonitorFailure() {
            assertThat(StatusReason.of(probe, Optional.empty(), List.of(), ended(OutcomeType.BROWSER_CRASH)))
                    .satisfies(is(ProbeState.UNKNOWN, "last run: monitor failure (browser crash)"));
        }

        @Test
        void whenThereAreTooFewRuns_thenThatIsStated() {
            assertThat(StatusReason.of(probe, Optional.of(ProbeState.UNKNOWN), List.of(), ended(OutcomeType.OK))
                            .text())
                    .hasToString("too few runs");
        }
    }

    private static Consumer<StatusReason> is(ProbeState state, String words) {
        return reason -> {
            assertThat(reason.state()).isEqualTo(state);
            assertThat(reason.text()).hasToString(words);
        };
    }
}
