package dev.tidemark.scheduling.quartz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.Engine;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.run.RunTicket;
import dev.tidemark.storage.spool.ResultSpool;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultRecorderTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final ProbeId SHOP = new ProbeId("shop");

    private final InMemoryHistory history = new InMemoryHistory();
    private final List<Instant> assessed = new ArrayList<>();
    private final List<Instant> finished = new ArrayList<>();
    private String sqlState;

    @TempDir
    private Path data;

    private ResultRecorder recorder() {
        RunAssessment assessment = new RunAssessment(null, null, null) {
            @Override
            void assess(Probe probe, Run run) {
                assessed.add(run.slot().plannedAt());
            }
        };
        return new ResultRecorder(
                new FailingHistory(),
                new ResultSpool(data.toString()),
                new InMemoryCatalog().with(InMemoryCatalog.probe("shop", true), NOW),
                assessment,
                Clock.fixed(NOW.plusSeconds(5), ZoneOffset.UTC));
    }

    private RunTicket started(int minute) {
        Slot slot = new Slot(SHOP, LocationName.DEFAULT, NOW.plusSeconds(60L * minute));
        RunTicket ticket = history.claim(slot, false).orElseThrow();
        history.start(ticket, NOW);
        return ticket;
    }

    private static RunResult ok() {
        return new RunResult(
                Outcome.ok(),
                new Engine("", "", ""),
                InMemoryCatalog.probe("shop", true).profile(),
                0,
                List.of());
    }

    private Optional<Outcome> outcomeOf(RunTicket ticket) {
        return history.find(ticket.run()).orElseThrow().outcome();
    }

    @Nested
    class GivenAnUnreachableDatabase {

        @Test
        void whenItIsBackAfterARestart_thenResultsAreStoredWithTheirTimesAndAssessedInOrder() {
            sqlState = "08006";
            List<RunTicket> tickets = List.of(started(2), started(0), started(1));
            tickets.forEach(
                    ticket -> assertThat(recorder().record(ticket, ok())).isEmpty());
            assertThatThrownBy(() -> recorder().storeSpooled()).isInstanceOf(RuntimeException.class);
            sqlState = null;
            recorder().storeSpooled();
            recorder().storeSpooled();

            assertThat(tickets).allSatisfy(one -> assertThat(outcomeOf(one)).contains(Outcome.ok()));
            assertThat(assessed).containsExactly(NOW, NOW.plusSeconds(60), NOW.plusSeconds(120));
            assertThat(finished).containsOnly(NOW.plusSeconds(5)).hasSize(3);
        }

        @Test
        void whenAnotherNodeTookTheRunOver_thenTheResultIsDropped() {
            sqlState = "57P01";
            RunTicket ticket = started(0);
            recorder().record(ticket, ok());
            history.takeOver(ticket.run());
            sqlState = null;
            recorder().storeSpooled();

            assertThat(outcomeOf(ticket)).isEmpty();
            assertThat(assessed).isEmpty();
            assertThat(new ResultSpool(data.toString()).names()).isEmpty();
        }

        @Test
        void whenTheNextResultCanBeStored_thenTheSpooledOneIsStoredBefore() {
            sqlState = "53100";
            RunTicket first = started(0);
            recorder().record(first, ok());
            sqlState = null;
            assertThat(recorder().record(started(1), ok())).isPresent();

            assertThat(outcomeOf(first)).contains(Outcome.ok());
            assertThat(assessed).containsExactly(NOW);
        }
    }

    @Nested
    class GivenAResultThatTheDatabaseRejects {

        @Test
        void whenItIsRetriedSomeTimes_thenItIsSetAsideAndOthersAreStored() {
            ResultRecorder recorder = recorder();
            sqlState = "22021";
            RunTicket invalid = started(0);
            recorder.record(invalid, ok());
            for (int n = 0; n < 5; n++) {
                recorder.storeSpooled();
            }
            sqlState = null;
            recorder.storeSpooled();

            assertThat(outcomeOf(invalid)).isEmpty();
            assertThat(recorder.record(started(1), ok())).isPresent();
            assertThat(data.resolve("spool").toFile().list()).hasSize(1).allMatch(name -> name.endsWith(".damaged"));
        }
    }

    private final class FailingHistory extends RunHistory {

        FailingHistory() {
            super(null);
        }

        @Override
        public Optional<Run> record(RunTicket ticket, RunResult result, Instant finishedAt) {
            if (sqlState != null) {
                throw new IllegalStateException(new SQLException("provoked", sqlState));
            }
            Optional<Run> run = history.record(ticket, result, finishedAt);
            run.ifPresent(one -> finished.add(finishedAt));
            return run;
        }

        @Override
        public Optional<Run> find(dev.tidemark.model.result.RunId run) {
            return history.find(run);
        }
    }
}
