package dev.tidemark.prober.browser;

import com.microsoft.playwright.PlaywrightException;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.proxy.ProxySession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A page load during which the browser exited, by itself or terminated by a deadline.
 *
 * @param killedNanos when the deadline terminated the browser; 0 if it did not
 * @param underWay the page load, if it had begun
 * @param reading whether the load was over and its results were being read
 */
record BrokenSample(RuntimeException cause, long killedNanos, Optional<PageLoad> underWay, boolean reading) {

    private static final Logger LOG = Logger.getLogger(BrokenSample.class.getName());
    /** A page that overloads its browser keeps sending events until the end. */
    private static final Duration STILL_TALKING = Duration.ofSeconds(3);

    /** The result of the sample. The browser is terminated afterwards. */
    SampleResult result(BrowserProcess process, ProxySession passage, Instant startedAt, Instant now) {
        Duration took = Duration.between(startedAt, now);
        return killedNanos == 0 ? broken(process, startedAt, took) : late(passage, startedAt, took);
    }

    /**
     * A page that was being read, or whose events arrived until the end, has blocked the browser: its partial result is kept.
     * A browser that had stopped sending events is itself at fault.
     */
    private SampleResult late(ProxySession passage, Instant startedAt, Duration took) {
        return underWay.filter(visit ->
                        reading || killedNanos - visit.watch().hearing().lastNanos() < STILL_TALKING.toNanos())
                .map(visit -> new PageLoadResult(visit, passage).ended(startedAt, took, heldUp(visit)))
                .orElseGet(() -> failed(
                        startedAt,
                        took,
                        OutcomeType.BROWSER_CRASH,
                        LocalizedMessage.of("outcome.browser.noResponse").toString()));
    }

    private static Outcome heldUp(PageLoad visit) {
        return visit.exceeded()
                .map(limit -> new Outcome(OutcomeType.LIMIT_EXCEEDED, limit))
                .orElseGet(() -> new Outcome(
                        OutcomeType.PAGE_UNRESPONSIVE,
                        LocalizedMessage.of("outcome.page.blockedBrowser").toString()));
    }

    private SampleResult broken(BrowserProcess process, Instant startedAt, Duration took) {
        LOG.log(Level.WARNING, cause, () -> "A page load failed because its browser exited: " + cause.getMessage());
        boolean alive = answers(process);
        process.kill();
        return alive
                ? failed(startedAt, took, OutcomeType.INTERNAL, String.valueOf(cause.getMessage()))
                : failed(
                        startedAt,
                        took,
                        OutcomeType.BROWSER_CRASH,
                        LocalizedMessage.of("outcome.browser.exited").toString());
    }

    private static boolean answers(BrowserProcess process) {
        try {
            process.requireAnswer();
            return true;
        } catch (PlaywrightException gone) {
            return false;
        }
    }

    private static SampleResult failed(Instant startedAt, Duration took, OutcomeType kind, String detail) {
        return SampleResult.failed(startedAt, took, new Outcome(kind, detail));
    }
}
