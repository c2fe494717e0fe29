package dev.tidemark.prober.browser;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.Target;
import dev.tidemark.prober.host.BrowserMemoryMonitor;
import dev.tidemark.prober.host.LoadPermits;
import dev.tidemark.prober.network.NetworkExchange;
import dev.tidemark.prober.page.CdpSession;
import dev.tidemark.prober.page.InteractivePageSession;
import dev.tidemark.prober.page.PageSession;
import dev.tidemark.prober.proxy.ProxySession;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One cold load of a page in its own context, from navigation to the end of the observation. */
final class PageLoad implements AutoCloseable {

    /** A page that never becomes quiet does not hold up all others. */
    private static final double LONGEST_TURN_MILLIS = 20_000;

    private static final Duration LONGEST_WAIT_TO_INTERACT = Duration.ofSeconds(5);
    /** Long tasks come in clumps; a page that has been quiet for this long is most likely done. */
    private static final double MAIN_WORK_OVER_MILLIS = 500;
    /** Maximum observation of an error page of the site. */
    private static final double LONGEST_ERROR_PAGE_MILLIS = 10_000;

    private final BrowserProcess browser;
    private final Probe probe;
    private final Clock clock;
    private final boolean withSteps;
    private final PageSession stage;
    private final ProxySession passage;
    private final PageGuard guard;
    private final PageMonitor watch;
    private final EventPump listening;
    private final StepMeasurement measuredSteps;
    private final BrowserMemoryMonitor scale;
    private final long startNanos = System.nanoTime();
    private Optional<String> netError = Optional.empty();
    private Optional<String> failedStep = Optional.empty();
    private boolean timedOut;
    private boolean interacted;
    private double stillMillis = Double.POSITIVE_INFINITY;
    private Duration limit;

    PageLoad(BrowserProcess browser, Probe probe, ProxySession passage, Clock clock) {
        this(browser, browser.open(probe), probe, passage, clock, true);
    }

    private PageLoad(
            BrowserProcess browser,
            PageSession stage,
            Probe probe,
            ProxySession passage,
            Clock clock,
            boolean withSteps) {
        this.browser = browser;
        this.stage = stage;
        this.probe = probe;
        this.passage = passage;
        this.clock = clock;
        this.withSteps = withSteps;
        limit = probe.pageLoadSettings().timeout();
        listening = new EventPump(stage);
        guard = new PageGuard();
        watch = new PageMonitor(stage.cdp(), guard, clock);
        watch.mainFrameIs(stage.prepare(probe, guard));
        measuredSteps = new StepMeasurement(stage, watch, this::remainingMillis);
        scale = new BrowserMemoryMonitor(browser::privateBytes);
    }

    /** Another load in the same context, where the cache is warm; without steps. This one is over then. */
    PageLoad again() {
        return new PageLoad(browser, stage.again(probe), probe, passage, clock, false);
    }

    /** Ends the observation after this idle time, without waiting for stable metrics and without steps. */
    void endWhenStill(double millis, Duration atMost) {
        stillMillis = millis;
        limit = atMost;
    }

    /** Loads the page, observes it until it is idle, then executes the steps; releases the load permit on the way. */
    void run(LoadPermits.LoadPermit turn, PhaseListener phases) {
        phases.at("loading");
        try {
            navigate(probe.target().url().toString());
            if (netError.isEmpty()) {
                observe(turn, phases);
                interact(turn, phases);
                addLateRequests();
                askForBodies();
            }
        } catch (PlaywrightException ended) {
            guard.endedWith(String.valueOf(ended.getMessage()));
            if (!isEndedByPage()) {
                throw ended;
            }
        }
        if (guard.hasCrashed() && scale.wasHeavy()) {
            guard.ranOutOfMemory();
        }
    }

    /** If a page has more requests than are recorded, it is unknown which were reported: none is added. */
    private void addLateRequests() {
        if (!watch.network().isTruncated()) {
            List<String> heard =
                    watch.network().kept().stream().map(NetworkExchange::url).toList();
            stage.unheard(heard, watch.finalUrl()).forEach(watch::add);
        }
    }

    /** Only a page that is well answers for certain. */
    private void askForBodies() {
        if (!isStuck() && failedStep.isEmpty() && watch.isLoaded() && exceeded().isEmpty()) {
            new UnreportedBodySizes(world(), watch.network()).ask();
        }
    }

    /** After a crash or close of the page, calls fail; any other exception is a monitor failure. */
    private boolean isEndedByPage() {
        return guard.hasCrashed() || guard.isClosed() || guard.isOutOfMemory();
    }

    private void navigate(String url) {
        try {
            stage.navigate(url, Math.max(1, remainingMillis()));
        } catch (TimeoutError slow) {
            timedOut = true;
        } catch (PlaywrightException failed) {
            if (isEndedByPage()) {
                throw failed;
            }
            noteFailure(failed);
        }
    }

    private void noteFailure(PlaywrightException failed) {
        String message = String.valueOf(failed.getMessage());
        if (!NetErrors.isOvertaken(message) && !guard.isDownload()) {
            netError = Optional.of(NetErrors.ofNavigation(message).orElseThrow(() -> failed));
        }
    }

    private void observe(LoadPermits.LoadPermit turn, PhaseListener phases) {
        while (!isOver()) {
            if (remainingMillis() <= 0) {
                timedOut = true;
                return;
            }
            boolean quiet = watch.quietMillis() > MAIN_WORK_OVER_MILLIS;
            if (scale.isTooHeavy()) {
                guard.ranOutOfMemory();
                return;
            }
            if (quiet || remainingMillis() < limit.toMillis() - LONGEST_TURN_MILLIS) {
                phases.at("observing");
                turn.close();
            }
            listening.letIn(quiet);
        }
    }

    private boolean isOver() {
        return timedOut
                || watch.isFinished()
                || watch.quietMillis() > stillMillis
                || watch.navigations() > SampleEnd.MOST_NAVIGATIONS
                || watch.isOnErrorPage()
                || exceeded().isPresent()
                || bodyFailure().isPresent()
                || isAnsweredWithoutPage()
                || isEndedByPage();
    }

    /**
     * Error pages of the site are not measured to the end, as they are excluded from trends; nor is content that
     * is not a page.
     */
    private boolean isAnsweredWithoutPage() {
        return watch.network()
                .document()
                .filter(NetworkExchange::isAnswered)
                .filter(document -> document.status() >= 400
                        ? watch.isLoaded() || watch.now() > LONGEST_ERROR_PAGE_MILLIS
                        : !MediaTypes.isPage(document.mediaType()))
                .isPresent();
    }

    private void interact(LoadPermits.LoadPermit turn, PhaseListener phases) {
        List<Step> steps = steps();
        if (!withSteps
                || steps.isEmpty()
                || !(stage instanceof InteractivePageSession hands)
                || stillMillis < Double.POSITIVE_INFINITY
                || timedOut
                || !watch.isFinished()) {
            return;
        }
        limit = limit.plus(turn.again(LONGEST_WAIT_TO_INTERACT));
        phases.at("interacting");
        interacted = true;
        watch.stepsBegin();
        if (probe.target() instanceof Target.Journey journey) {
            measuredSteps.opened(journey.steps().get(0));
        }
        failedStep = measuredSteps.run(steps, hands);
    }

    private List<Step> steps() {
        if (probe.target() instanceof Target.Journey journey) {
            return journey.steps().subList(1, journey.steps().size());
        }
        return ((Target.PageTarget) probe.target()).steps();
    }

    double remainingMillis() {
        return limit.toMillis() - (System.nanoTime() - startNanos) / 1e6;
    }

    long received() {
        return Math.max(passage.bytesDown(), watch.network().receivedBytes());
    }

    Optional<String> exceeded() {
        return guard.exceeded(received(), watch.network().requests());
    }

    /** The main document began to come and broke off. */
    Optional<String> bodyFailure() {
        return watch.network()
                .document()
                .filter(document -> document.isAnswered() && !document.isCancelled())
                .flatMap(document -> document.failure());
    }

    /** Whether nothing was seen for which a dead or stopped browser could be the reason as well as the page. */
    boolean endedWell() {
        return !timedOut && netError.isEmpty() && failedStep.isEmpty() && !isEndedByPage();
    }

    /** Whether the time limit was reached, or steps led to an unresponsive page. */
    boolean isStuck() {
        return timedOut || interacted && (watch.isSilent() || watch.isLeaving());
    }

    /** The code with which the last navigation failed, or the body of the document. */
    Optional<String> netError() {
        return netError.or(this::laterError).or(this::bodyFailure);
    }

    private Optional<String> laterError() {
        return watch.isOnErrorPage()
                ? watch.network().document().flatMap(NetworkExchange::failure).or(() -> Optional.of("net::ERR_FAILED"))
                : Optional.empty();
    }

    StepMeasurement measuredSteps() {
        return measuredSteps;
    }

    Optional<String> failedStep() {
        return failedStep;
    }

    PageMonitor watch() {
        return watch;
    }

    CollectorContext world() {
        return new CollectorContext(stage.cdp(), watch.world());
    }

    PageGuard guard() {
        return guard;
    }

    CdpSession cdp() {
        return stage.cdp();
    }

    @Override
    public void close() {
        stage.close();
    }

    /** Receives the phases of {@link RunProgress}. */
    interface PhaseListener {
        void at(String phase);
    }
}
