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
    private static final int SAMPLES_PER_LOOK = 10;

    private static final long MOST_PRIVATE_BYTES = 1_500L << 20;
    /**
     * Time for a sample beyond the timeout of the probe: creating the context, reading the results, closing. With the 3 s for
     * terminating a browser it is 10 s in total.
     */
    private static final Duration MARGIN = Duration.ofSeconds(7);

    private static final Duration LONGEST_WAIT_TO_REPEAT = Duration.ofSeconds(5);

    private static final Duration LONGEST_LAUNCH_TURN = Duration.ofSeconds(5);

    private final ChromiumOptions chromium;
    private final BrowserSettings settings;
    private final ProxySession passage;
    private final LoadPermits turns;
    private final SampleDeadline deadline;
    private final NoiseDetector calm;
    private final Clock clock;
    /** When the deadline terminated the browser of the current sample; 0 if it did not. */
    private final AtomicLong killedNanos = new AtomicLong();

    private volatile Optional<BrowserProcess> browser = Optional.empty();
    private Optional<PageLoad> underWay = Optional.empty();
    private boolean reading;

    BrowserWorker(
            ChromiumOptions chromium,
            BrowserSettings settings,
            ProbeProxy gateway,
            LoadPermits turns,
            SampleDeadline deadline,
            NoiseDetector calm,
            Clock clock) {
        this.chromium = chromium;
        this.settings = settings;
        this.passage = gateway.open(ProxySessionSettings.plain());
        this.turns = turns;
        this.deadline = deadline;
        this.calm = calm;
        this.clock = clock;
    }

    /** Name and version of the browser, which is launched if necessary; empty if it does not start. */
    Optional<String> title() {
        try {
            return Optional.of(chromium.title(ready().browser().version()));
        } catch (PlaywrightException broken) {
            LOG.log(Level.WARNING, broken, this::launchFailed);
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
        } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, broken, this::launchFailed);
            return SampleWithArtifacts.bare(
                    failed(launchedAt, OutcomeType.BROWSER_LAUNCH, String.valueOf(broken.getMessage())));
        }
        try (LoadPermits.LoadPermit turn = turns.take()) {
            Instant startedAt = clock.instant();
            boolean noisy = calm.isDisturbed(CpuBenchmark::glance);
            SampleWithArtifacts sample = within(process, probe, turn, phases, startedAt);
            retireIfWorn(process);
            SampleWithArtifacts masked = sample.with(result -> MaskedSample.of(result, ProbeSecrets.of(probe)));
            return noisy ? masked.with(result -> result.with(SampleWarning.NOISY)) : masked;
        }
    }

    private SampleWithArtifacts within(
            BrowserProcess process,
            Probe probe,
            LoadPermits.LoadPermit turn,
            PageLoad.PhaseListener phases,
            Instant startedAt) {
        killedNanos.set(0);
        Future<?> guard = deadline.after(patience(probe), () -> {
            killedNanos.set(System.nanoTime());
            process.kill();
        });
        underWay = Optional.empty();
        try {
            passage.begin(passageFor(probe));
            return visit(process, probe, turn, phases, startedAt);
        } catch (RuntimeException broken) {
            return SampleWithArtifacts.bare(ended(broken, process, startedAt));
        } finally {
            guard.cancel(false);
            passage.end();
        }
    }

    /** Records the filmstrip in a further load. Failures are only reported, as the samples are complete. */
    FilmResult film(Probe probe) {
        try {
            return film(ready(), probe);
        } catch (RuntimeException broken) {
            LOG.log(Level.INFO, broken, () -> "Recording a filmstrip failed; the browser is replaced");
            browser.ifPresent(BrowserProcess::kill);
            return FilmResult.none(LocalizedMessage.of("absence.filmstrip.failed"));
        }
    }

    private FilmResult film(BrowserProcess process, Probe probe) {
        try (LoadPermits.LoadPermit turn = turns.take()) {
            Future<?> guard = deadline.after(FilmstripRecorder.LIMIT.plus(MARGIN), process::kill);
            try {
                passage.begin(passageFor(probe));
                return FilmstripRecorder.of(process, probe, passage, turn, clock);
            } finally {
                guard.cancel(false);
                passage.end();
            }
        }
    }

    private static ProxySessionSettings passageFor(Probe probe) {
        return new ProxySessionSettings(
                probe.profile().network(), probe.pageLoadSettings().hosts(), 2 * PageGuard.MOST_BYTES);
    }

    private SampleWithArtifacts visit(
            BrowserProcess process,
            Probe probe,
            LoadPermits.LoadPermit turn,
            PageLoad.PhaseListener phases,
            Instant startedAt) {
        PageLoad visit = new PageLoad(process, probe, passage, clock);
        SampleResult result = load(visit, process, turn, phases, startedAt);
        PageLoadHar har = new PageLoadHar(visit.watch(), probe, engine(process));
        if (probe.pageLoadSettings().repeatView() && result.isGood()) {
            SampleResult second = repeated(visit, process, turn, phases);
            return new SampleWithArtifacts(new RepeatView(result, second).both(), () -> har.of(result));
        }
        leave(visit, process);
        return new SampleWithArtifacts(result, () -> har.of(result));
    }

    private SampleResult load(
            PageLoad visit,
            BrowserProcess process,
            LoadPermits.LoadPermit turn,
            PageLoad.PhaseListener phases,
            Instant startedAt) {
        reading = false;
        underWay = Optional.of(visit);
        visit.run(turn, phases);
        if (!visit.endedWell()) {
            process.requireAnswer();
        }
        reading = true;
        phases.at("recording");
        SampleResult result =
                new PageLoadResult(visit, passage).of(startedAt, Duration.between(startedAt, clock.instant()));
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
            PageLoad first, BrowserProcess process, LoadPermits.LoadPermit turn, PageLoad.PhaseListener phases) {
        Instant startedAt = clock.instant();
        try {
            turn.again(LONGEST_WAIT_TO_REPEAT);
            PageLoad again = first.again();
            SampleResult second = load(again, process, turn, phases, startedAt);
            leave(again, process);
            return second;
        } catch (RuntimeException broken) {
            return ended(broken, process, startedAt);
        }
    }

    private SampleResult ended(RuntimeException cause, BrowserProcess process, Instant startedAt) {
        return new BrokenSample(cause, killedNanos.get(), underWay, reading)
                .result(process, passage, startedAt, clock.instant());
    }

    private static void leave(PageLoad last, BrowserProcess process) {
        if (last.guard().isOutOfMemory()) {
            process.kill();
            return;
        }
        try {
            last.close();
        } catch (PlaywrightException stuck) {
            LOG.log(Level.FINE, stuck, () -> "A browser context did not close; the browser is replaced");
            process.kill();
        }
    }

    /** Maximum duration of a sample before its browser is terminated. */
    private static Duration patience(Probe probe) {
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
            retire();
            browser = Optional.of(launch());
        }
        return browser.orElseThrow();
    }

    /** Launching a browser needs CPU time like a page load and therefore a load permit, which is returned if it takes long. */
    private BrowserProcess launch() {
        try (LoadPermits.LoadPermit turn = turns.take()) {
            Future<?> slow = deadline.after(LONGEST_LAUNCH_TURN, turn::close);
            try {
                return BrowserProcess.launch(chromium, settings.scratch(), passage.port());
            } finally {
                slow.cancel(false);
            }
        }
    }

    private void retireIfWorn(BrowserProcess process) {
        int samples = process.countSample();
        boolean tooLarge = samples % SAMPLES_PER_LOOK == 0 && process.privateBytes() > MOST_PRIVATE_BYTES;
        if (samples >= SAMPLES_PER_BROWSER || tooLarge) {
            retire();
        }
    }

    private void retire() {
        browser.ifPresent(BrowserProcess::close);
        browser = Optional.empty();
    }

    @Override
    public void close() {
        retire();
        passage.close();
    }
}
