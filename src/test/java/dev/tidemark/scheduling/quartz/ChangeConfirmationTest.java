package dev.tidemark.scheduling.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.analysis.changepoint.ChangePoints;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunTicket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeConfirmationTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Slot SLOT = new Slot(new ProbeId("shop"), LocationName.DEFAULT, NOW);

    private final InMemoryHistory history = new InMemoryHistory();
    private final List<ProbeId> looked = new ArrayList<>();
    private final List<Slot> requested = new ArrayList<>();
    private boolean unsure = true;

    private final ChangePoints changes = new ChangePoints(null, null, null, null, null, null) {
        @Override
        public boolean evaluate(Probe probe, Run run) {
            looked.add(probe.id());
            return unsure;
        }
    };

    private final RunRequests requests = new RunRequests(null, null, null, null) {
        @Override
        public RunId request(ProbeId probe, LocationName location) {
            Slot slot = new Slot(probe, location, NOW.plusSeconds(1));
            requested.add(slot);
            return history.claim(slot, true).orElseThrow().run();
        }
    };

    private void lookAtRunOf(Probe probe) {
        RunTicket ticket = history.claim(SLOT, false).orElseThrow();
        Run run = history.end(ticket, OutcomeType.DNS_FAILURE, "", NOW).orElseThrow();
        new ChangeConfirmation(changes, requests).check(probe, run);
    }

    @Test
    void whenAChangeIsNotConfirmed_thenAnotherRunIsRequestedAtTheSameLocation() {
        lookAtRunOf(InMemoryCatalog.probe("shop", true));

        assertThat(requested).extracting(Slot::location).containsExactly(SLOT.location());
    }

    @Test
    void whenItIsConfirmed_thenNoRunIsRequested() {
        unsure = false;
        lookAtRunOf(InMemoryCatalog.probe("shop", true));

        assertThat(requested).isEmpty();
    }

    @Test
    void whenTheProbeIsPaused_thenItsRunIsProcessedButNoOtherIsRequested() {
        lookAtRunOf(InMemoryCatalog.probe("shop", false));

        assertThat(looked).hasSize(1);
        assertThat(requested).isEmpty();
    }
}
