package dev.tidemark.prober.browser;

import com.microsoft.playwright.PlaywrightException;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.prober.proxy.ProxySession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A load that broke off with its browser: by itself, or because a deadline ended that.
 *
 * @param killedNanos when the deadline did; 0 when it did not
 * @param underWay the load, if it had begun
 * @param reading whether it was over and only being read
 */
record BrokenSample(RuntimeException cause, long killedNanos, Optional<PageLoad> underWay, boolean reading) {

    private static final Logger LOG = Logger.getLogger(BrokenSample.class.getName());
    /** A page that floods its browser is heard of all the time. */
    private static final Duration STILL_TALKING = Duration.ofSeconds(3);

    /** What it comes to; the browser is gone afterwards. */
    SampleResult result(BrowserProcess process, ProxySession passage, Instant startedAt, Instant now) {
        Duration took = Duration.between(startedAt, now);
        return killedNanos == 0 ? broken(process, startedAt, took) : late(passage, startedAt, took);
    }

    /**
     * Only a page that is being read, or that kept the browser talking until the end, can have held it up: then what was
     * seen of it is kept. A browser that had fallen silent did not answer for reasons of its own.
     */
    private SampleResult late(ProxySession passage, Instant startedAt, Duration took) {
        return underWay.filter(visit ->
                        reading || killedNanos - visit.watch().hearing().lastNanos() < STILL_TALKING.toNanos())
                .map(visit -> new PageLoadResult(visit, passage).ended(startedAt, took, heldUp(visit)))
                .orElseGet(() -> failed(
                        startedAt, took, OutcomeType.BROWSER_CRASH, "the browser did not answer until it was ended"));
    }

    private static Outcome heldUp(PageLoad visit) {
        return visit.exceeded()
                .map(limit -> new Outcome(OutcomeType.LIMIT_EXCEEDED, limit))
                .orElseGet(() -> new Outcome(
                        OutcomeType.PAGE_UNRESPONSIVE, "the page held up its browser until that was ended"));
    }

    private SampleResult broken(BrowserProcess process, Instant startedAt, Duration took) {
        LOG.log(Level.WARNING, cause, () -> "a load ended with its browser: " + cause.getMessage());
        boolean alive = answers(process);
        process.kill();
        return alive
                ? failed(startedAt, took, OutcomeType.INTERNAL, String.valueOf(cause.getMessage()))
                : failed(startedAt, took, OutcomeType.BROWSER_CRASH, "the browser ended in the middle of a sample");
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
