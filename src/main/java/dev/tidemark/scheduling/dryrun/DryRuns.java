package dev.tidemark.scheduling.dryrun;

import dev.tidemark.config.secret.SecretStore;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.result.Engine;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.platform.http.PathIdentifier;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.browser.BrowserProber;
import dev.tidemark.prober.browser.RunProgress;
import dev.tidemark.prober.http.HttpProber;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts and finds test runs. One is executed at a time, so that they do not delay scheduled runs; a few more are queued. */
@ApplicationScoped
public class DryRuns {

    static final Duration RETENTION = Duration.ofMinutes(30);
    static final int MAX_WAITING = 5;

    private static final Logger LOG = Logger.getLogger(DryRuns.class.getName());

    private final BiFunction<Probe, RunProgress, RunResult> measure;
    private final Clock clock;
    private final Map<UUID, DryRun> dryRuns = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final Semaphore permit = new Semaphore(1, true);

    @Resource
    private ManagedExecutorService managed;

    private Executor executor = task -> managed.execute(task);

    @Inject
    public DryRuns(BrowserProber browserProber, HttpProber httpProber, SecretStore secrets, Clock clock) {
        this.measure = (probe, progress) -> {
            Probe sendable = secrets.resolve(probe);
            return sendable.target() instanceof Target.Http
                    ? httpProber.run(sendable)
                    : browserProber.run(sendable, progress);
        };
        this.clock = clock;
    }

    /** Without a container. */
    DryRuns(BiFunction<Probe, RunProgress, RunResult> measure, Executor executor, Clock clock) {
        this.measure = measure;
        this.executor = executor;
        this.clock = clock;
    }

    /**
     * Starts a test run; empty when too many are queued.
     *
     * @param form the form values, which are shown again with the result
     */
    public synchronized Optional<DryRun> start(Probe probe, Map<String, String> form) {
        dryRuns.values()
                .removeIf(old ->
                        old.isFinished() && old.startedAt().plus(RETENTION).isBefore(clock.instant()));
        if (dryRuns.values().stream().filter(one -> !one.isFinished()).count() > MAX_WAITING) {
            return Optional.empty();
        }
        DryRun dryRun = new DryRun(count.incrementAndGet(), probe, form, clock.instant());
        dryRuns.put(dryRun.id(), dryRun);
        executor.execute(() -> run(dryRun));
        return Optional.of(dryRun);
    }

    /** Empty for an unknown test run; they expire half an hour after their start. */
    public Optional<DryRun> find(String id) {
        return PathIdentifier.read(id).map(dryRuns::get);
    }

    /** The progress as a message: "2 test runs are ahead of this one", "Sample 2 of 3, loading". */
    public LocalizedMessage progressText(DryRun dryRun) {
        long ahead = dryRuns.values().stream()
                .filter(one -> !one.isFinished() && one.number() < dryRun.number())
                .count();
        return ahead > 0
                ? LocalizedMessage.of("testRun.queued", ahead)
                : dryRun.stage().text();
    }

    private void run(DryRun dryRun) {
        permit.acquireUninterruptibly();
        try {
            RunResult result = measure.apply(dryRun.probe(), dryRun::progress);
            dryRun.finish(withoutArtifacts(result));
        } catch (RuntimeException bug) {
            LOG.log(Level.SEVERE, bug, () -> "test run " + dryRun.id() + " failed with an internal error");
            dryRun.finish(failed(dryRun.probe()));
        } finally {
            permit.release();
        }
    }

    /** Artifacts are stored for saved runs only. */
    private static RunResult withoutArtifacts(RunResult result) {
        List<SampleResult> withoutArtifacts = result.samples().stream()
                .map(sample -> sample.withArtifacts(List.of()))
                .toList();
        return new RunResult(
                result.outcome(), result.engine(), result.profile(), result.cpuBenchmark(), withoutArtifacts);
    }

    private static RunResult failed(Probe probe) {
        Outcome monitorFailure = new Outcome(
                OutcomeType.INTERNAL, LocalizedMessage.of("testRun.failed").toString());
        return new RunResult(monitorFailure, new Engine("none", "", ""), probe.profile(), 0, List.of());
    }
}
