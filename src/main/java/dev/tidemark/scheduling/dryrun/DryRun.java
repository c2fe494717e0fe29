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

/** A test run of a definition that is not saved, with its progress and result. Thread-safe. */
public final class DryRun {

    private final UUID id;
    private final long number;
    private final Probe probe;
    private final Map<String, String> form;
    private final Instant startedAt;
    private volatile DryRunStage stage;
    private volatile RunResult result;

    /**
     * The progress.
     *
     * @param sample the current sample, from 1
     * @param phase waiting, loading, observing, interacting or recording
     */
    record DryRunStage(int sample, int ofSamples, String phase) {
        /** From 0 to 1; the current sample counts as half done. */
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

    /** The form values at the start, by input name. */
    public Map<String, String> form() {
        return form;
    }

    DryRunStage stage() {
        return stage;
    }

    public boolean isFinished() {
        return result != null;
    }

    /** The report of the run; empty until it has finished. */
    public Optional<RunReport> report() {
        return Optional.ofNullable(result).map(this::report);
    }

    long number() {
        return number;
    }

    /** The definition, with its secrets. */
    public Probe probe() {
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
        return RunReport.withoutHistory(
                run, runResult.samples(), probe, new RunConditions(runResult.profile(), runResult.cpuBenchmark()));
    }
}
