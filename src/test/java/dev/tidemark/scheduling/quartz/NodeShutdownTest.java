package dev.tidemark.scheduling.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.prober.browser.BrowserProber;
import dev.tidemark.storage.run.RunState;
import dev.tidemark.storage.run.RunTicket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NodeShutdownTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Slot SLOT = new Slot(new ProbeId("shop"), LocationName.DEFAULT, NOW);
    private static final Probe PROBE = InMemoryCatalog.probe("shop", true);

    private final InMemoryHistory history = new InMemoryHistory();
    private final ActiveRuns activeRuns = new ActiveRuns();
    private final SchedulerLifecycle lifecycle = new SchedulerLifecycle(null, new ScheduleSettings("default"));
    private RunTicket ticket;
    private boolean browsersClosed;

    @BeforeEach
    void beginRun() {
        ticket = history.claim(SLOT, false).orElseThrow();
        history.start(ticket, NOW);
        activeRuns.begin(ticket);
    }

    private void shutDown(Duration limit) {
        NodeHeartbeat heartbeat =
                new NodeHeartbeat(new InMemoryNodes(), new ScheduleSettings("default"), Clock.systemUTC());
        BrowserProber browsers = new BrowserProber(null, null, null) {
            @Override
            public synchronized void shutDown() {
                browsersClosed = true;
            }
        };
        new NodeShutdown(lifecycle, activeRuns, history, browsers, heartbeat).drain(limit);
    }

    @Nested
    class GivenARunInProgress {

        @Test
        void whenItEndsInTime_thenItsResultCountsAndTheBrowsersStayOpenUntilThen() {
            Thread run = new Thread(() -> {
                history.end(ticket, OutcomeType.PAGE_CRASH, "", NOW);
                activeRuns.leave(ticket);
            });
            run.start();
            shutDown(Duration.ofSeconds(30));

            assertThat(history.find(SLOT).orElseThrow().state()).isEqualTo(RunState.ENDED);
            assertThat(history.find(SLOT).orElseThrow().attempt()).isEqualTo(1);
            assertThat(browsersClosed).isFalse();
        }

        @Test
        void whenItDoesNotEndInTime_thenItIsQueuedForAnotherNodeAndItsLateResultIsRejected() {
            shutDown(Duration.ofMillis(1));

            assertThat(browsersClosed).isTrue();
            assertThat(history.end(ticket, OutcomeType.INTERNAL, "closed", NOW)).isEmpty();
            assertThat(history.find(SLOT).orElseThrow().state()).isEqualTo(RunState.QUEUED);
            assertThat(history.find(SLOT).orElseThrow().attempt()).isEqualTo(2);
        }

        @Test
        void whenTheShutdownBegins_thenTheNodeIsNotScheduledAgain() {
            shutDown(Duration.ofMillis(1));

            assertThat(lifecycle.isStopping()).isTrue();
            assertThat(lifecycle.running()).isEmpty();
        }
    }

    @Nested
    class GivenARunThatWasHandedOver {

        @Test
        void whenAnotherNodeTakesIt_thenItRunsAsTheSecondAttempt() {
            shutDown(Duration.ofMillis(1));

            assertThat(history.find(SLOT).map(run -> new RunTicket(run.id(), run.slot(), run.attempt())))
                    .hasValueSatisfying(next -> assertThat(history.start(next, NOW))
                            .as(PROBE.name())
                            .isTrue());
        }
    }
}
