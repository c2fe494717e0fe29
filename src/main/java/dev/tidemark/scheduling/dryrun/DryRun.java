package dev.tidemark.scheduling.dryrun;

import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.model.result.Slot;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.diagnosis.RunReport;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunConditions;
import dev.tidemark.storage.run.RunState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One try of a definition that is not saved: how far it is, and then what came of it. Safe for threads. */
public final class DryRun {

    private final UUID id;
    private final long number;
    private final Probe probe;
    private final Map<String, String> form;
    private final Instant startedAt;
    private volatile DryRunStage stage;
    private volatile RunResult result;

    /**
     * How far it is.
     *
     * @param sample the one under way, from 1
     * @param phase waiting, loading, observing, interacting or recording
     */
    record DryRunStage(int sample, int ofSamples, String phase) {
        /** From 0 to 1; a sample under way counts as half done. */
        double share() {
            return phase.equals("waiting") ? 0.02 : (sample - 0.5) / ofSamples;
        }

        LocalizedMessage text() {
            return phase.equals("waiting")
                    ? LocalizedMessage.of("testRun.waitingForBrowser")
                    : LocalizedMessage.of("testRun.sample", sample, ofSamples, phase);
        }
    }

    DryRun(long number, Probe probe, Map<String, String> form, Instant startedAt) {
        this.id = RunId.newAt(startedAt).value();
        this.number = number;
        this.probe = probe;
        this.form = Map.copyOf(form);
        this.startedAt = startedAt;
        this.stage = new DryRunStage(1, probe.samples(), "waiting");
    }

    public UUID id() {
        return id;
    }

    /** What was typed when it began, by the names of the inputs. */
    public Map<String, String> form() {
        return form;
    }

    DryRunStage stage() {
        return stage;
    }

    public boolean isFinished() {
        return result != null;
    }

    /** Told as a run is; empty until it is over. */
    public Optional<RunReport> report() {
        return Optional.ofNullable(result).map(this::report);
    }

    long number() {
        return number;
    }

    Probe probe() {
        return probe;
    }

    Instant startedAt() {
        return startedAt;
    }

    void progress(int sample, int ofSamples, String phase) {
        stage = new DryRunStage(sample, ofSamples, phase);
    }

    void finish(RunResult runResult) {
        result = runResult;
    }

    private RunReport report(RunResult runResult) {
        Run run = new Run(
                new RunId(id),
                new Slot(probe.id(), probe.locations().get(0), startedAt),
                true,
                Optional.of(startedAt),
                Optional.empty(),
                RunState.ENDED,
                Optional.of(runResult.outcome()),
                1,
                Optional.of(runResult.engine()),
                runResult.medians(),
                runResult.absent(),
                runResult.representative());
        return RunReport.alone(run, runResult.samples(), probe, new RunConditions(runResult.profile(), runResult.cpuBenchmark()));
    }
}
