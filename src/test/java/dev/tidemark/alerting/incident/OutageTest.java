package dev.tidemark.alerting.incident;

import static dev.tidemark.alerting.incident.ProbeScenario.failed;
import static dev.tidemark.alerting.incident.ProbeScenario.ok;
import static dev.tidemark.alerting.incident.ProbeScenario.probe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.storage.run.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The sentences of an e-mail about an outage. */
class OutageTest {

    private final Probe shop = probe("shop");
    private final Run reported = failed(shop, 3, OutcomeType.HTTP_STATUS, "503");
    private final List<Run> failures = List.of(reported, failed(shop, 2, OutcomeType.HTTP_STATUS, "503"));

    @Nested
    class GivenOneLocation {
        @Test
        void whenItIsDescribed_thenItSaysSinceWhenHowManyAndTheLastSuccess() {
            Outage outage = new Outage(reported, failures, Map.of(), Optional.of(ok(shop, 1)));

            assertThat(outage.lines())
                    .containsExactly(
                            "Failing since 2 March 2026, 10:10 UTC (5 min 20 s): 2 checks in a row failed.",
                            "Last successful check: 2 March 2026, 10:05 UTC (10 min 20 s before).");
        }

        @Test
        void whenNoCheckHasEverSucceeded_thenItSaysSo() {
            Outage outage = new Outage(reported, List.of(reported), Map.of(), Optional.empty());

            assertThat(outage.lines())
                    .containsExactly(
                            "Failing since 2 March 2026, 10:15 UTC (20 s): 1 check failed.",
                            "No check has succeeded yet.");
        }
    }

    @Nested
    class GivenSeveralLocations {
        private List<String> lines(Outcome oslo, Outcome tokyo) {
            Map<LocationName, Optional<Outcome>> others = new LinkedHashMap<>();
            others.put(new LocationName("oslo"), Optional.of(oslo));
            others.put(new LocationName("tokyo"), Optional.of(tokyo));
            others.put(new LocationName("quito"), Optional.empty());
            return new Outage(reported, failures, others, Optional.empty()).lines();
        }

        @Test
        void whenSomeFail_thenTheFailingAndTheSucceedingOnesAreNamed() {
            assertThat(lines(new Outcome(OutcomeType.TIMEOUT, ""), Outcome.ok()))
                    .contains("Failing at 2 of 4 locations: frankfurt, oslo. Succeeding at: tokyo.");
        }

        @Test
        void whenTheMonitorFailsElsewhere_thenThatLocationCountsAsNeither() {
            Outcome monitor = new Outcome(OutcomeType.BROWSER_CRASH, "");

            assertThat(lines(monitor, monitor)).contains("Failing at 1 of 4 locations: frankfurt.");
        }
    }
}
