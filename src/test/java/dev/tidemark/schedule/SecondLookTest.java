package dev.tidemark.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.change.Changes;
import dev.tidemark.history.Run;
import dev.tidemark.history.RunTicket;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.OutcomeKind;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.observation.RunId;
import dev.tidemark.observation.Slot;
import dev.tidemark.probe.Probe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondLookTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Slot SLOT = new Slot(new ProbeId("shop"), LocationName.DEFAULT, NOW);

    private final HistoryInMemory history = new HistoryInMemory();
    private final List<ProbeId> looked = new ArrayList<>();
    private final List<Slot> requested = new ArrayList<>();
    private boolean unsure = true;

    private final Changes changes = new Changes() {
        @Override
        public boolean look(Probe probe, Run run) {
            looked.add(probe.id());
            return unsure;
        }
    };

    private final RunRequests requests = new RunRequests() {
        @Override
        public RunId request(ProbeId probe, LocationName location) {
            Slot slot = new Slot(probe, location, NOW.plusSeconds(1));
            requested.add(slot);
            return history.claim(slot, true).orElseThrow().run();
        }
    };

    private void lookAtRunOf(Probe probe) {
        RunTicket ticket = history.claim(SLOT, false).orElseThrow();
        Run run = history.end(ticket, OutcomeKind.DNS_FAILURE, "", NOW).orElseThrow();
        new SecondLook(changes, requests).at(probe, run);
    }

    @Test
    void whenAChangeIsNotSureYet_thenAnotherRunIsAskedForAtTheSamePlace() {
        lookAtRunOf(CatalogueInMemory.probe("shop", true));

        assertThat(requested).extracting(Slot::location).containsExactly(SLOT.location());
    }

    @Test
    void whenItIsSure_thenNoRunIsAskedFor() {
        unsure = false;
        lookAtRunOf(CatalogueInMemory.probe("shop", true));

        assertThat(requested).isEmpty();
    }

    @Test
    void whenTheProbeIsPaused_thenItsRunIsLookedAtButNoOtherIsAskedFor() {
        lookAtRunOf(CatalogueInMemory.probe("shop", false));

        assertThat(looked).hasSize(1);
        assertThat(requested).isEmpty();
    }
}
