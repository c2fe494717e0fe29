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
 * @param pageLoad the page load, if it had begun
 * @param readingResults whether the load was over and its results were being read
 */
record BrokenSample(RuntimeException cause, long killedNanos, Optional<PageLoad> pageLoad, boolean readingResults) {

    private static final Logger LOG = Logger.getLogger(BrokenSample.class.getName());
    /** A page that overloads its browser keeps sending events until the end. */
    private static final Duration RESPONSIVE_LIMIT = Duration.ofSeconds(3);

    /** The result of the sample. The browser is terminated afterwards. */
    SampleResult result(BrowserProcess process, ProxySession proxySession, Instant startedAt, Instant now) {
        Duration took = Duration.between(startedAt, now);
        return killedNanos == 0 ? exited(process, startedAt, took) : terminated(proxySession, startedAt, took);
    }

    /**
     * A page that was being read, or whose events arrived until the end, has blocked the browser: its partial result is kept.
     * A browser that had stopped sending events is itself at fault.
     */
    private SampleResult terminated(ProxySession proxySession, Instant startedAt, Duration took) {
        return pageLoad.filter(load -> readingResults
                        || killedNanos - load.monitor().events().lastNanos() < RESPONSIVE_LIMIT.toNanos())
                .map(load -> new PageLoadResult(load, proxySession).ended(startedAt, took, blockedBrowser(load)))
                .orElseGet(() -> failed(
                        startedAt,
                        took,
                        OutcomeType.BROWSER_CRASH,
                        LocalizedMessage.of("outcome.browser.noResponse").toString()));
    }

    private static Outcome blockedBrowser(PageLoad load) {
        return load.exceeded()
                .map(limit -> new Outcome(OutcomeType.LIMIT_EXCEEDED, limit))
                .orElseGet(() -> new Outcome(
                        OutcomeType.PAGE_UNRESPONSIVE,
                        LocalizedMessage.of("outcome.page.blockedBrowser").toString()));
    }

    private SampleResult exited(BrowserProcess process, Instant startedAt, Duration took) {
        LOG.log(Level.WARNING, cause, () -> "A page load failed because its browser exited: " + cause.getMessage());
        boolean responsive = responds(process);
        process.kill();
        return responsive
                ? failed(startedAt, took, OutcomeType.INTERNAL, String.valueOf(cause.getMessage()))
                : failed(
                        startedAt,
                        took,
                        OutcomeType.BROWSER_CRASH,
                        LocalizedMessage.of("outcome.browser.exited").toString());
    }

    private static boolean responds(BrowserProcess process) {
        try {
            process.requireResponse();
            return true;
        } catch (PlaywrightException gone) {
            return false;
        }
    }

    private static SampleResult failed(Instant startedAt, Duration took, OutcomeType kind, String detail) {
        return SampleResult.failed(startedAt, took, new Outcome(kind, detail));
    }
}
