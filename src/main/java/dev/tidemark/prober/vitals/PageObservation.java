package dev.tidemark.prober.vitals;

import java.util.OptionalDouble;

/**
 * Observes one page load, decides when the observation is complete, and calculates the metrics. Confined to one
 * thread. All times are ms from the start of the main document's navigation ({@code performance.timeOrigin}).
 *
 * <p>When the main frame commits a new document, the entries of the previous one are discarded, but not its
 * requests.
 */
public final class PageObservation {

    /** Slightly longer than TTI requires, as the page reports long tasks in whole ms. */
    private static final double QUIET_MILLIS = TimeToInteractive.QUIET_MILLIS + 100;

    private static final double NO_PAINT_MILLIS = 10_000;
    private static final double HEARTBEAT_LIMIT_MILLIS = 700;
    /** Timeout for the body of a fetch after its headers: it may be slow, or never be read. */
    private static final double BODY_TIMEOUT_MILLIS = 10_000;

    private static final double SHORT_BODY_TIMEOUT_MILLIS = 1_000;
    private static final double BUSY_WINDOW_MILLIS = 3_000;

    private final NetworkActivity network = new NetworkActivity();
    private DocumentTimeline page = new DocumentTimeline("", 0);
    private OptionalDouble domContentLoaded = OptionalDouble.empty();
    private OptionalDouble loaded = OptionalDouble.empty();
    private OptionalDouble stopped = OptionalDouble.empty();

    /** Handles a message of the collector. False if it is not one, or belongs to a discarded document. */
    public boolean accept(String json) {
        return CollectorMessage.read(json).filter(this::accept).isPresent();
    }

    private boolean accept(CollectorMessage message) {
        if (!message.isOfMainFrame()) {
            page.acceptOfFrame(message);
            return true;
        }
        boolean begins = page.id.isEmpty() || message.kind().equals("hello");
        if (begins && !page.id.equals(message.document())) {
            page = new DocumentTimeline(message.document(), message.origin());
        }
        if (!page.id.equals(message.document())) {
            return false;
        }
        page.accept(message);
        return true;
    }

    /** Type and priority as the DevTools protocol names them. The same id again is a redirect of the same request. */
    public void requestStarted(String id, String method, String url, String type, String priority, double atMillis) {
        network.started(id, new NetworkActivity.Request(method, url, type, priority, atMillis));
    }

    public void requestPriorityChanged(String id, String priority, double atMillis) {
        network.priorityChanged(id, priority, atMillis);
    }

    /** The response headers or a part of the body were received. */
    public void requestResponded(String id, double atMillis) {
        network.responded(id, atMillis);
    }

    /** @param status 0 without a response */
    public void requestEnded(String id, int status, boolean failed, double atMillis) {
        network.ended(id, status, failed, atMillis);
    }

    /** As reported by DevTools; the more precise value of the page takes precedence. */
    public void domContentLoaded(double atMillis) {
        domContentLoaded = OptionalDouble.of(atMillis);
    }

    /** As reported by DevTools; the more precise value of the page takes precedence. */
    public void loaded(double atMillis) {
        loaded = OptionalDouble.of(atMillis);
    }

    /**
     * Loading finished without a load event: a script navigated to a URL that is not a page (a download, an
     * empty response), in which case the browser fires none.
     */
    public void stoppedLoading(double atMillis) {
        stopped = OptionalDouble.of(atMillis);
    }

    /**
     * Whether the page is busy with scripts: long tasks took most of the last 3 s, and no request has been
     * pending for longer.
     */
    public boolean isBusyWithScripts(double nowMillis) {
        TimeSpan lately = new TimeSpan(nowMillis - BUSY_WINDOW_MILLIS, nowMillis);
        double worked = page.tasks.spans().stream()
                .mapToDouble(task -> Math.max(0, task.within(lately).length()))
                .sum();
        return (isMainThreadBlocked(nowMillis) || worked > lately.length() / 2)
                && !network.isPendingSince(lately.start());
    }

    /** Whether a contentful paint was seen. */
    public boolean hasPainted() {
        return page.fcp.isPresent();
    }

    /**
     * Whether there is nothing more to wait for: the load event has fired, something contentful was painted, and for 5 s
     * since then there was no long task and no more than two requests in flight, none of high priority. A page that
     * paints nothing is given 10 s, and so is the body of a fetch after its headers.
     */
    public boolean isFinished(double nowMillis) {
        double wait = hasPainted() ? QUIET_MILLIS : NO_PAINT_MILLIS;
        return !isMainThreadBlocked(nowMillis) && nowMillis >= quietSince(nowMillis, BODY_TIMEOUT_MILLIS) + wait;
    }

    /** Idle time in ms; 0 while the page is busy, and until it is loaded and painted. */
    public double quietMillis(double nowMillis) {
        boolean mayBeQuiet = hasPainted() && !isMainThreadBlocked(nowMillis);
        return mayBeQuiet ? Math.max(0, nowMillis - quietSince(nowMillis, SHORT_BODY_TIMEOUT_MILLIS)) : 0;
    }

    /** Infinite while the page is not loaded or its network is busy. */
    private double quietSince(double nowMillis, double bodyTimeoutMillis) {
        OptionalDouble load = either(either(page.load, loaded), stopped);
        OptionalDouble networkQuiet = network.quietSince(nowMillis, bodyTimeoutMillis);
        if (load.isEmpty() || networkQuiet.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        double lastWork = Math.max(page.tasks.lastEnd(), page.stalledUntil);
        double lastEvent = Math.max(load.getAsDouble(), networkQuiet.getAsDouble());
        return Math.max(Math.max(lastWork, lastEvent), page.fcp.orElse(0));
    }

    /** The result if the observation ends now. */
    public PageVitals result(double endMillis) {
        page.dcl = either(page.dcl, domContentLoaded);
        page.load = either(page.load, loaded);
        return new VitalsCalculator(page, network.counted(), endMillis).all();
    }

    /** Metrics of the time since then, in ms from navigation start of the page. */
    public VitalsWindow since(double fromMillis) {
        return VitalsWindow.of(page, fromMillis);
    }

    /** The tasks of a step on the page, in ms from its navigation start. */
    public StepTasks tasksOfStep(double fromMillis, double endMillis) {
        return new StepTasks(page, network, new TimeSpan(fromMillis, endMillis), false);
    }

    /** The tasks of the step that opened the page. */
    public StepTasks tasksOfOpening(double endMillis) {
        return new StepTasks(page, network, new TimeSpan(0, endMillis), true);
    }

    /**
     * Whether the page has not responded for so long that a task is running. The caller must have processed its
     * messages up to now.
     */
    public boolean isStalled(double nowMillis) {
        return page.isStalled(nowMillis);
    }

    /** Ends the observation: later messages are ignored, and a task that is still running becomes one of its tasks. */
    public void end(double endMillis) {
        page.end(endMillis);
    }

    /** A long task is reported when it ends: while it runs, only the missing heartbeat of the collector reveals it. */
    private boolean isMainThreadBlocked(double nowMillis) {
        return page.lastHeartbeat >= 0 && nowMillis - page.lastHeartbeat > HEARTBEAT_LIMIT_MILLIS;
    }

    private static OptionalDouble either(OptionalDouble first, OptionalDouble second) {
        return first.isPresent() ? first : second;
    }
}
