package dev.tidemark.prober.browser;

import com.microsoft.playwright.PlaywrightException;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.Engine;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.SampleWarning;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.artifact.MaskedSample;
import dev.tidemark.prober.artifact.ProbeSecrets;
import dev.tidemark.prober.host.CpuBenchmark;
import dev.tidemark.prober.host.LoadPermits;
import dev.tidemark.prober.host.NoiseDetector;
import dev.tidemark.prober.host.SampleDeadline;
import dev.tidemark.prober.proxy.ProbeProxy;
import dev.tidemark.prober.proxy.ProxySession;
import dev.tidemark.prober.proxy.ProxySessionSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A running browser with its own proxy session, used by one thread and replaced after crashes or a number of samples. */
final class BrowserWorker implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BrowserWorker.class.getName());
    private static final int SAMPLES_PER_BROWSER = 200;
    /** Scanning the process table costs a third of the CPU time of a light page. */
    private static final int SAMPLES_PER_MEMORY_CHECK = 10;

    private static final long MAX_PRIVATE_BYTES = 1_500L << 20;
    /**
     * Time for a sample beyond the timeout of the probe: creating the context, reading the results, closing. With the 3 s for
     * terminating a browser it is 10 s in total.
     */
    private static final Duration MARGIN = Duration.ofSeconds(7);

    private static final Duration MAX_WAIT_FOR_REPEAT_VIEW = Duration.ofSeconds(5);

    private static final Duration MAX_LAUNCH_PERMIT = Duration.ofSeconds(5);

    private final ChromiumOptions chromium;
    private final BrowserSettings settings;
    private final ProxySession proxySession;
    private final LoadPermits permits;
    private final SampleDeadline deadline;
    private final NoiseDetector noiseDetector;
    private final Clock clock;
    /** When the deadline terminated the browser of the current sample; 0 if it did not. */
    private final AtomicLong killedNanos = new AtomicLong();

    private volatile Optional<BrowserProcess> browser = Optional.empty();
    private Optional<PageLoad> pageLoad = Optional.empty();
    private boolean readingResults;

    BrowserWorker(
            ChromiumOptions chromium,
            BrowserSettings settings,
            ProbeProxy proxy,
            LoadPermits permits,
            SampleDeadline deadline,
            NoiseDetector noiseDetector,
            Clock clock) {
        this.chromium = chromium;
        this.settings = settings;
        this.proxySession = proxy.open(ProxySessionSettings.unthrottled());
        this.permits = permits;
        this.deadline = deadline;
        this.noiseDetector = noiseDetector;
        this.clock = clock;
    }

    /** Name and version of the browser, which is launched if necessary; empty if it does not start. */
    Optional<String> title() {
        try {
            return Optional.of(chromium.title(ready().browser().version()));
        } catch (PlaywrightException failure) {
            LOG.log(Level.WARNING, failure, this::launchFailed);
            return Optional.empty();
        }
    }

    /** Takes one sample. Never throws because of a page or browser. */
    SampleWithArtifacts sample(Probe probe, PageLoad.PhaseListener phases) {
        phases.at("waiting");
        Instant launchedAt = clock.instant();
        BrowserProcess process;
        try {
            process = ready();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, failure, this::launchFailed);
            return SampleWithArtifacts.withoutArtifacts(
                    failed(launchedAt, OutcomeType.BROWSER_LAUNCH, String.valueOf(failure.getMessage())));
        }
        try (LoadPermits.LoadPermit permit = permits.acquire()) {
            Instant startedAt = clock.instant();
            boolean noisy = noiseDetector.isNoisy(CpuBenchmark::runQuick);
            SampleWithArtifacts sample = withDeadline(process, probe, permit, phases, startedAt);
            replaceIfWorn(process);
            SampleWithArtifacts masked = sample.with(result -> MaskedSample.of(result, ProbeSecrets.of(probe)));
            return noisy ? masked.with(result -> result.with(SampleWarning.NOISY)) : masked;
        }
    }

    private SampleWithArtifacts withDeadline(
            BrowserProcess process,
            Probe probe,
            LoadPermits.LoadPermit permit,
            PageLoad.PhaseListener phases,
            Instant startedAt) {
        killedNanos.set(0);
        Future<?> termination = deadline.after(maxDuration(probe), () -> {
            killedNanos.set(System.nanoTime());
            process.kill();
        });
        pageLoad = Optional.empty();
        try {
            proxySession.begin(proxySettings(probe));
            return measure(process, probe, permit, phases, startedAt);
        } catch (RuntimeException failure) {
            return SampleWithArtifacts.withoutArtifacts(ended(failure, process, startedAt));
        } finally {
            termination.cancel(false);
            proxySession.end();
        }
    }

    /** Records the filmstrip in a further load. Failures are only reported, as the samples are complete. */
    FilmstripResult recordFilmstrip(Probe probe) {
        try {
            return recordFilmstrip(ready(), probe);
        } catch (RuntimeException failure) {
            LOG.log(Level.INFO, failure, () -> "Recording a filmstrip failed; the browser is replaced");
            browser.ifPresent(BrowserProcess::kill);
            return FilmstripResult.none(LocalizedMessage.of("absence.filmstrip.failed"));
        }
    }

    private FilmstripResult recordFilmstrip(BrowserProcess process, Probe probe) {
        try (LoadPermits.LoadPermit permit = permits.acquire()) {
            Future<?> termination = deadline.after(FilmstripRecorder.LIMIT.plus(MARGIN), process::kill);
            try {
                proxySession.begin(proxySettings(probe));
                return FilmstripRecorder.of(process, probe, proxySession, permit, clock);
            } finally {
                termination.cancel(false);
                proxySession.end();
            }
        }
    }

    private static ProxySessionSettings proxySettings(Probe probe) {
        return new ProxySessionSettings(
                probe.profile().network(), probe.pageLoadSettings().hosts(), 2 * PageGuard.MAX_BYTES);
    }

    private SampleWithArtifacts measure(
            BrowserProcess process,
            Probe probe,
            LoadPermits.LoadPermit permit,
            PageLoad.PhaseListener phases,
            Instant startedAt) {
        PageLoad load = new PageLoad(process, probe, proxySession, clock);
        SampleResult result = load(load, process, permit, phases, startedAt);
        PageLoadHar har = new PageLoadHar(load.monitor(), probe, engine(process));
        if (probe.pageLoadSettings().repeatView() && result.isGood()) {
            SampleResult second = repeated(load, process, permit, phases);
            return new SampleWithArtifacts(new RepeatView(result, second).both(), () -> har.of(result));
        }
        closePage(load, process);
        return new SampleWithArtifacts(result, () -> har.of(result));
    }

    private SampleResult load(
            PageLoad load,
            BrowserProcess process,
            LoadPermits.LoadPermit permit,
            PageLoad.PhaseListener phases,
            Instant startedAt) {
        readingResults = false;
        pageLoad = Optional.of(load);
        load.run(permit, phases);
        if (!load.completedNormally()) {
            process.requireResponse();
        }
        readingResults = true;
        phases.at("recording");
        SampleResult result =
                new PageLoadResult(load, proxySession).of(startedAt, Duration.between(startedAt, clock.instant()));
        if (result.isGood()) {
            requireAlive();
        }
        return result;
    }

    /** Reading from a hanging page fails when its browser is terminated, which looks like a page without a title. */
    private void requireAlive() {
        if (killedNanos.get() != 0) {
            throw new IllegalStateException("The browser was terminated while results of the page were read");
        }
    }

    /** The repeat view. Its failure does not affect the first view, which is already measured. */
    private SampleResult repeated(
            PageLoad first, BrowserProcess process, LoadPermits.LoadPermit permit, PageLoad.PhaseListener phases) {
        Instant startedAt = clock.instant();
        try {
            permit.reacquire(MAX_WAIT_FOR_REPEAT_VIEW);
            PageLoad secondLoad = first.again();
            SampleResult second = load(secondLoad, process, permit, phases, startedAt);
            closePage(secondLoad, process);
            return second;
        } catch (RuntimeException failure) {
            return ended(failure, process, startedAt);
        }
    }

    private SampleResult ended(RuntimeException cause, BrowserProcess process, Instant startedAt) {
        return new BrokenSample(cause, killedNanos.get(), pageLoad, readingResults)
                .result(process, proxySession, startedAt, clock.instant());
    }

    private static void closePage(PageLoad lastLoad, BrowserProcess process) {
        if (lastLoad.guard().isOutOfMemory()) {
            process.kill();
            return;
        }
        try {
            lastLoad.close();
        } catch (PlaywrightException failure) {
            LOG.log(Level.FINE, failure, () -> "A browser context did not close; the browser is replaced");
            process.kill();
        }
    }

    /** Maximum duration of a sample before its browser is terminated. */
    private static Duration maxDuration(Probe probe) {
        Duration once = probe.pageLoadSettings().timeout().plus(MARGIN);
        return probe.pageLoadSettings().repeatView() ? once.multipliedBy(2) : once;
    }

    private Engine engine(BrowserProcess process) {
        return new Engine(
                chromium.title(process.browser().version()), EngineVersions.playwright(), EngineVersions.tidemark());
    }

    /** The processes of the browser; none if none is running. */
    List<ProcessHandle> processes() {
        return browser.map(BrowserProcess::processes).orElse(List.of());
    }

    private SampleResult failed(Instant startedAt, OutcomeType kind, String detail) {
        return SampleResult.failed(startedAt, Duration.between(startedAt, clock.instant()), new Outcome(kind, detail));
    }

    private String launchFailed() {
        return "The browser " + chromium.program() + " does not start; check TIDEMARK_CHROMIUM";
    }

    private BrowserProcess ready() {
        if (browser.filter(BrowserProcess::isUsable).isEmpty()) {
            closeBrowser();
            browser = Optional.of(launch());
        }
        return browser.orElseThrow();
    }

    /** Launching a browser needs CPU time like a page load and therefore a load permit, which is returned if it takes long. */
    private BrowserProcess launch() {
        try (LoadPermits.LoadPermit permit = permits.acquire()) {
            Future<?> release = deadline.after(MAX_LAUNCH_PERMIT, permit::close);
            try {
                return BrowserProcess.launch(chromium, settings.tempDirectory(), proxySession.port());
            } finally {
                release.cancel(false);
            }
        }
    }

    private void replaceIfWorn(BrowserProcess process) {
        int samples = process.countSample();
        boolean tooLarge = samples % SAMPLES_PER_MEMORY_CHECK == 0 && process.privateBytes() > MAX_PRIVATE_BYTES;
        if (samples >= SAMPLES_PER_BROWSER || tooLarge) {
            closeBrowser();
        }
    }

    private void closeBrowser() {
        browser.ifPresent(BrowserProcess::close);
        browser = Optional.empty();
    }

    @Override
    public void close() {
        closeBrowser();
        proxySession.close();
    }
}
