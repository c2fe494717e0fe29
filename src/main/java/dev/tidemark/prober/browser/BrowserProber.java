package dev.tidemark.prober.browser;

import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Sendability;
import dev.tidemark.model.result.Engine;
import dev.tidemark.model.result.Outcome;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs browser checks: takes the configured number of samples of a page. Never throws because of a page. Entry point of the package. */
@ApplicationScoped
public class BrowserProber {

    private final BrowserSettings settings;
    private final ProbeProxy proxy;
    private final Clock clock;
    private BrowserWorkers workers;
    private SampleDeadline deadline;

    @Inject
    public BrowserProber(BrowserSettings settings, ProbeProxy proxy, Clock clock) {
        this.settings = settings;
        this.proxy = proxy;
        this.clock = clock;
    }

    /** Blocks until every sample has completed or failed; waits for a free browser if all are busy. */
    public RunResult run(Probe probe, RunProgress progress) {
        Optional<Outcome> unsendable = Sendability.fault(probe);
        if (unsendable.isPresent()) {
            SampleResult failed = SampleResult.failed(clock.instant(), Duration.ZERO, unsendable.get());
            return RunResult.of(engine("none"), probe.profile(), 0, List.of(failed));
        }
        progress.at(1, probe.samples(), "waiting");
        return workers().run(slot -> runIn(slot, probe, progress));
    }

    private RunResult runIn(BrowserWorker slot, Probe probe, RunProgress progress) {
        double benchmark = CpuBenchmark.run();
        List<SampleWithArtifacts> samples = new ArrayList<>();
        for (int n = 1; n <= probe.samples(); n++) {
            int sample = n;
            samples.add(withRetry(slot, probe, phase -> progress.at(sample, probe.samples(), phase)));
        }
        RunResult run = RunResult.of(engine(slot.title().orElse("none")), probe.profile(), benchmark, results(samples))
                .withArtifactsOfOneSample(n -> samples.get(n).evidence().get());
        return run.outcome().isOk() ? recordFilmstrip(slot, probe).addTo(run) : run;
    }

    /** The version of Tidemark. */
    public static String version() {
        return EngineVersions.tidemark();
    }

    private static Engine engine(String browser) {
        return new Engine(browser, EngineVersions.playwright(), EngineVersions.tidemark());
    }

    /** Repeats a noisy sample once and uses the second one. */
    private static SampleWithArtifacts withRetry(BrowserWorker slot, Probe probe, PageLoad.PhaseListener phases) {
        SampleWithArtifacts first = slot.sample(probe, phases);
        return first.isNoisy() ? slot.sample(probe, phases) : first;
    }

    private static List<SampleResult> results(List<SampleWithArtifacts> samples) {
        return samples.stream().map(SampleWithArtifacts::result).toList();
    }

    private FilmstripResult recordFilmstrip(BrowserWorker slot, Probe probe) {
        return settings.filmstrip()
                ? slot.recordFilmstrip(probe)
                : FilmstripResult.none(LocalizedMessage.of("absence.filmstrip.disabled"));
    }

    /** Browsers are launched with the first run, so that the product starts faster. */
    private synchronized BrowserWorkers workers() {
        if (workers == null) {
            TempDirectory.removeOrphans(settings.tempDirectory());
            ChromiumOptions chromium = new ChromiumOptions(settings.chromium());
            LoadPermits permits = new LoadPermits(
                    HostCapacity.loadsAtOnce(Runtime.getRuntime().availableProcessors()));
            SampleDeadline newDeadline = new SampleDeadline();
            NoiseDetector noiseDetector = new NoiseDetector();
            deadline = newDeadline;
            workers = new BrowserWorkers(
                    settings.slots(),
                    () -> new BrowserWorker(chromium, settings, proxy, permits, newDeadline, noiseDetector, clock));
        }
        return workers;
    }

    /** Terminates all browsers; nothing can be run afterwards. */
    @PreDestroy
    public synchronized void shutDown() {
        if (workers != null) {
            workers.close();
            deadline.close();
        }
    }
}
