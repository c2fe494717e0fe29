package dev.tidemark.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alert.Concern;
import dev.tidemark.alert.Incident;
import dev.tidemark.alert.State;
import dev.tidemark.definition.DefinitionReader;
import dev.tidemark.document.Variables;
import dev.tidemark.history.Run;
import dev.tidemark.history.RunState;
import dev.tidemark.measurement.Measurements;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.Outcome;
import dev.tidemark.observation.OutcomeKind;
import dev.tidemark.observation.RunId;
import dev.tidemark.observation.Slot;
import dev.tidemark.probe.Probe;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReasonTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final Probe probe = probe("");

    private static Probe probe(String more) {
        String yaml = "{id: shop, url: 'https://shop.example/', every: PT5M" + more + "}";
        return DefinitionReader.yaml("", yaml, Variables.NONE).probes().get(0);
    }

    private Optional<Run> ended(OutcomeKind kind) {
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

    private Incident incident(Concern concern, State state, String headline) {
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
    class GivenOpenIncidents {
        @Test
        void whenTheBookSaysFailing_thenTheReasonsAreTheirHeadlinesTheWorstFirst() {
            Reason reason = Reason.of(
                    probe,
                    Optional.of(State.FAILING),
                    List.of(
                            incident(Concern.BUDGET, State.DEGRADED, "LCP 3.9 s > 2.5 s (3 of 3 runs)"),
                            incident(Concern.AVAILABILITY, State.FAILING, "timeout (2 runs in a row)")),
                    ended(OutcomeKind.TIMEOUT));

            assertThat(reason)
                    .satisfies(is(ProbeState.FAILING, "timeout (2 runs in a row), LCP 3.9 s > 2.5 s (3 of 3 runs)"));
        }
    }

    @Nested
    class GivenAProbeThatPasses {
        private final Optional<State> passing = Optional.of(State.PASSING);

        @Test
        void whenItsLastRunTimedOutOnce_thenItPassesStillAndThatIsSaid() {
            assertThat(Reason.of(probe, passing, List.of(), ended(OutcomeKind.TIMEOUT)))
                    .satisfies(is(ProbeState.PASSING, "last run: " + OutcomeKind.TIMEOUT.title()));
        }

        @Test
        void whenItHasNoBudget_thenThatIsSaid() {
            assertThat(Reason.of(probe, passing, List.of(), ended(OutcomeKind.OK))
                            .words())
                    .hasToString("no budget set");
        }

        @Test
        void whenItHasABudget_thenItIsKept() {
            Probe limited = probe(", budgets: [{metric: LCP, max: 2500}]");

            assertThat(Reason.of(limited, passing, List.of(), ended(OutcomeKind.OK))
                            .words())
                    .hasToString("within budget");
        }

        @Test
        void whenItIsSwitchedOff_thenItIsPausedWhateverWasBefore() {
            assertThat(Reason.of(probe(", enabled: false"), passing, List.of(), ended(OutcomeKind.OK)))
                    .satisfies(is(ProbeState.PAUSED, "paused"));
        }
    }

    @Nested
    class GivenAProbeOfWhichNothingIsKnown {
        @Test
        void whenNoRunHasEnded_thenThatIsSaid() {
            assertThat(Reason.of(probe, Optional.empty(), List.of(), Optional.empty()))
                    .satisfies(is(ProbeState.UNKNOWN, "no run has ended yet"));
        }

        @Test
        void whenOurBrowserCrashed_thenTheFaultIsOurs() {
            assertThat(Reason.of(probe, Optional.empty(), List.of(), ended(OutcomeKind.BROWSER_CRASH)))
                    .satisfies(is(ProbeState.UNKNOWN, OutcomeKind.BROWSER_CRASH.title()));
        }

        @Test
        void whenTooFewRunsWereMade_thenThatIsSaid() {
            assertThat(Reason.of(probe, Optional.of(State.NO_VERDICT), List.of(), ended(OutcomeKind.OK))
                            .words())
                    .hasToString("too few runs to judge");
        }
    }

    private static Consumer<Reason> is(ProbeState state, String words) {
        return reason -> {
            assertThat(reason.state()).isEqualTo(state);
            assertThat(reason.words()).hasToString(words);
        };
    }
}
