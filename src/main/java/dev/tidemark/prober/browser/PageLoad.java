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

    /** Maximum time a page that never becomes idle keeps its load permit. */
    private static final double MAX_PERMIT_MILLIS = 20_000;

    private static final Duration MAX_WAIT_TO_INTERACT = Duration.ofSeconds(5);
    /** Long tasks come in groups; a page that has been idle for this long has most likely finished its main work. */
    private static final double IDLE_MILLIS = 500;

    private final BrowserProcess browser;
    private final Probe probe;
    private final Clock clock;
    private final boolean withSteps;
    private final PageSession session;
    private final ProxySession proxySession;
    private final PageGuard guard;
    private final PageMonitor monitor;
    private final EventPump eventPump;
    private final StepMeasurement measuredSteps;
    private final BrowserMemoryMonitor memoryMonitor;
    private final long startNanos = System.nanoTime();
    private Optional<String> netError = Optional.empty();
    private Optional<String> failedStep = Optional.empty();
    private Optional<CoveringFrame> coveringFrame = Optional.empty();
    private boolean timedOut;
    private boolean interacted;
    private double idleMillis = Double.POSITIVE_INFINITY;
    private Duration limit;

    PageLoad(BrowserProcess browser, Probe probe, ProxySession proxySession, Clock clock) {
        this(browser, browser.open(probe), probe, proxySession, clock, true);
    }

    private PageLoad(
            BrowserProcess browser,
            PageSession session,
            Probe probe,
            ProxySession proxySession,
            Clock clock,
            boolean withSteps) {
        this.browser = browser;
        this.session = session;
        this.probe = probe;
        this.proxySession = proxySession;
        this.clock = clock;
        this.withSteps = withSteps;
        limit = probe.pageLoadSettings().timeout();
        eventPump = new EventPump(session);
        guard = new PageGuard();
        monitor = new PageMonitor(session.cdp(), guard, clock);
        monitor.setMainFrame(session.prepare(probe, guard));
        measuredSteps = new StepMeasurement(session, monitor, this::remainingMillis);
        memoryMonitor = new BrowserMemoryMonitor(browser::privateBytes);
    }

    /** Another load in the same context, where the cache is warm; without steps. Closes this one. */
    PageLoad again() {
        return new PageLoad(browser, session.reopen(probe), probe, proxySession, clock, false);
    }

    /** Ends the observation after this idle time, without waiting for stable metrics and without steps. */
    void endWhenIdle(double millis, Duration atMost) {
        idleMillis = millis;
        limit = atMost;
    }

    /** Loads the page, observes it until it is idle, then executes the steps; releases the load permit on the way. */
    void run(LoadPermits.LoadPermit permit, PhaseListener phases) {
        phases.at("loading");
        try {
            navigate(probe.target().url().href());
            if (netError.isEmpty()) {
                observe(permit, phases);
                findCoveringFrame();
                interact(permit, phases);
                addLateRequests();
                measureUnreportedBodies();
                eventPump.processWhile(monitor::isStalled);
            }
        } catch (PlaywrightException ended) {
            guard.endedWith(String.valueOf(ended.getMessage()));
            if (!isEndedByPage()) {
                throw ended;
            }
        }
        if (guard.hasCrashed() && memoryMonitor.wasExceeded()) {
            guard.ranOutOfMemory();
        }
    }

    /** If a page has more requests than are recorded, it is unknown which were reported: none is added. */
    private void addLateRequests() {
        if (!monitor.network().isTruncated()) {
            List<String> reported = monitor.network().recorded().stream()
                    .map(NetworkExchange::url)
                    .toList();
            session.unreportedRequests(reported, monitor.redirects().documentUrl())
                    .forEach(monitor::add);
        }
    }

    /** Only a responsive page is queried. */
    private void measureUnreportedBodies() {
        if (!isUnresponsive()
                && failedStep.isEmpty()
                && monitor.isLoaded()
                && exceeded().isEmpty()) {
            new UnreportedBodySizes(collectorContext(), monitor.network()).measure();
        }
    }

    private void findCoveringFrame() {
        if (!isEndedByPage()) {
            coveringFrame = CoveringFrame.find(monitor, collectorContext());
        }
    }

    /** The frame that visitors see if the page itself has painted nothing. */
    Optional<CoveringFrame> coveringFrame() {
        return coveringFrame;
    }

    /** After a crash or close of the page, calls fail; any other exception is a monitor failure. */
    private boolean isEndedByPage() {
        return guard.hasCrashed() || guard.isClosed() || guard.isOutOfMemory();
    }

    private void navigate(String url) {
        try {
            session.navigate(url, Math.max(1, remainingMillis()));
        } catch (TimeoutError timeout) {
            timedOut = true;
        } catch (PlaywrightException failure) {
            if (isEndedByPage()) {
                throw failure;
            }
            recordFailure(failure);
        }
    }

    private void recordFailure(PlaywrightException failure) {
        String message = String.valueOf(failure.getMessage());
        if (!NetErrors.isSuperseded(message) && !guard.isDownload()) {
            netError = Optional.of(NetErrors.navigationError(message).orElseThrow(() -> failure));
        }
    }

    private void observe(LoadPermits.LoadPermit permit, PhaseListener phases) {
        while (!isOver()) {
            if (remainingMillis() <= 0) {
                timedOut = true;
                return;
            }
            boolean quiet = monitor.quietMillis() > IDLE_MILLIS;
            if (memoryMonitor.isExceeded()) {
                guard.ranOutOfMemory();
                return;
            }
            if (quiet || remainingMillis() < limit.toMillis() - MAX_PERMIT_MILLIS) {
                phases.at("observing");
                permit.close();
            }
            eventPump.process(quiet);
        }
    }

    private boolean isOver() {
        return timedOut
                || monitor.isFinished()
                || monitor.quietMillis() > idleMillis
                || monitor.navigations() > SampleEnd.MAX_NAVIGATIONS
                || monitor.isOnErrorPage()
                || exceeded().isPresent()
                || bodyFailure().isPresent()
                || UnmeasuredResponse.isAnsweredWith(monitor)
                || isEndedByPage();
    }

    private void interact(LoadPermits.LoadPermit permit, PhaseListener phases) {
        List<Step> steps = steps();
        if (!withSteps
                || steps.isEmpty()
                || !(session instanceof InteractivePageSession interactive)
                || idleMillis < Double.POSITIVE_INFINITY
                || timedOut
                || !monitor.isFinished()) {
            return;
        }
        interacted = true;
        monitor.stepsStart();
        if (probe.target() instanceof Target.Journey journey) {
            measuredSteps.addOpened(journey.steps().get(0));
        }
        limit = limit.plus(permit.reacquire(MAX_WAIT_TO_INTERACT));
        eventPump.process(false);
        phases.at("interacting");
        failedStep = measuredSteps.run(steps, interactive);
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
        return Math.max(proxySession.bytesDown(), monitor.network().receivedBytes());
    }

    Optional<String> exceeded() {
        return guard.exceeded(received(), monitor.network().requests());
    }

    /** The error code if the body of the main document is incomplete. */
    Optional<String> bodyFailure() {
        return monitor.network()
                .document()
                .filter(document -> document.hasResponse() && !document.isCancelled())
                .flatMap(document -> document.failure());
    }

    /** Whether there was no failure that an exited or stopped browser could have caused as well. */
    boolean completedNormally() {
        return !timedOut && netError.isEmpty() && failedStep.isEmpty() && !isEndedByPage();
    }

    /** Whether the time limit was reached, or steps led to an unresponsive page. */
    boolean isUnresponsive() {
        return timedOut || interacted && (monitor.isUnresponsive() || monitor.isLeaving());
    }

    /** The code with which the last navigation failed, or the body of the document. */
    Optional<String> netError() {
        return netError.or(this::laterError).or(this::bodyFailure);
    }

    private Optional<String> laterError() {
        return monitor.isOnErrorPage()
                ? monitor.network()
                        .document()
                        .flatMap(NetworkExchange::failure)
                        .or(() -> Optional.of("net::ERR_FAILED"))
                : Optional.empty();
    }

    StepMeasurement measuredSteps() {
        return measuredSteps;
    }

    Optional<String> failedStep() {
        return failedStep;
    }

    Probe probe() {
        return probe;
    }

    PageMonitor monitor() {
        return monitor;
    }

    CollectorContext collectorContext() {
        return new CollectorContext(session.cdp(), monitor.collectorContext());
    }

    PageGuard guard() {
        return guard;
    }

    CdpSession cdp() {
        return session.cdp();
    }

    @Override
    public void close() {
        session.close();
    }

    /** Receives the phases of {@link RunProgress}. */
    interface PhaseListener {
        void at(String phase);
    }
}
