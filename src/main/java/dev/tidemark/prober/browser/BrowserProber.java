package dev.tidemark.prober.browser;

import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.Engine;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.host.CpuBenchmark;
import dev.tidemark.prober.host.HostCapacity;
import dev.tidemark.prober.host.LoadPermits;
import dev.tidemark.prober.host.NoiseDetector;
import dev.tidemark.prober.host.SampleDeadline;
import dev.tidemark.prober.host.TempDirectory;
import dev.tidemark.prober.proxy.ProbeProxy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Runs browser checks: takes the configured number of samples of a page. Never throws because of a page. Entry point of the package. */
@ApplicationScoped
public class BrowserProber {

    private final BrowserSettings settings;
    private final ProbeProxy gateway;
    private final Clock clock;
    private BrowserWorkers workers;
    private SampleDeadline deadline;

    @Inject
    public BrowserProber(BrowserSettings settings, ProbeProxy gateway, Clock clock) {
        this.settings = settings;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** Blocks until every sample has completed or failed; waits for a free browser if all are busy. */
    public RunResult run(Probe probe, RunProgress progress) {
        progress.at(1, probe.samples(), "waiting");
        return workers().run(slot -> measure(slot, probe, progress));
    }

    private RunResult measure(BrowserWorker slot, Probe probe, RunProgress progress) {
        double benchmark = CpuBenchmark.take();
        List<SampleWithArtifacts> samples = new ArrayList<>();
        for (int n = 1; n <= probe.samples(); n++) {
            int sample = n;
            samples.add(withRetry(slot, probe, phase -> progress.at(sample, probe.samples(), phase)));
        }
        Engine engine = new Engine(slot.title().orElse("none"), EngineVersions.playwright(), EngineVersions.tidemark());
        RunResult run = RunResult.of(engine, probe.profile(), benchmark, results(samples))
                .withArtifactsOfOneSample(n -> samples.get(n).evidence().get());
        return run.outcome().isOk() ? film(slot, probe).into(run) : run;
    }

    /** Repeats a noisy sample once; the second one counts. */
    private static SampleWithArtifacts withRetry(BrowserWorker slot, Probe probe, PageLoad.PhaseListener phases) {
        SampleWithArtifacts first = slot.sample(probe, phases);
        return first.isNoisy() ? slot.sample(probe, phases) : first;
    }

    private static List<SampleResult> results(List<SampleWithArtifacts> samples) {
        return samples.stream().map(SampleWithArtifacts::result).toList();
    }

    private FilmResult film(BrowserWorker slot, Probe probe) {
        return settings.film() ? slot.film(probe) : FilmResult.none(LocalizedMessage.of("absence.filmstrip.disabled"));
    }

    /** Browsers are launched with the first run, so that the product starts faster. */
    private synchronized BrowserWorkers workers() {
        if (workers == null) {
            TempDirectory.sweep(settings.scratch());
            ChromiumOptions chromium = new ChromiumOptions(settings.chromium());
            LoadPermits turns = new LoadPermits(
                    HostCapacity.loadsAtOnce(Runtime.getRuntime().availableProcessors()));
            SampleDeadline fresh = new SampleDeadline();
            NoiseDetector calm = new NoiseDetector();
            deadline = fresh;
            workers = new BrowserWorkers(
                    settings.slots(), () -> new BrowserWorker(chromium, settings, gateway, turns, fresh, calm, clock));
        }
        return workers;
    }

    /** Terminates all browsers; nothing can be run afterwards. */
    @PreDestroy
    public synchronized void end() {
        if (workers != null) {
            workers.close();
            deadline.close();
        }
    }
}
