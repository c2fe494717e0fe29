package dev.tidemark.prober.browser;

import com.google.gson.JsonElement;
import com.microsoft.playwright.PlaywrightException;
import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.UntrustedText;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.vitals.CollectorScript;
import java.util.Optional;
import java.util.Set;

/**
 * The largest of the frames that fill most of the viewport of a page that paints no content itself. Visitors see the frame, but
 * paint timings of a page do not include those of its frames.
 */
record CoveringFrame(String url) {

    private static final int MAX_URL = 1_000;
    private static final String LARGEST = "globalThis['" + CollectorScript.BINDING + ".frame']()";
    private static final Set<Metric> PAINTS =
            Set.of(Metric.FP, Metric.FCP, Metric.LCP, Metric.CLS, Metric.CLS_ALL_FRAMES);

    /** Only a responsive page is queried. */
    static Optional<CoveringFrame> find(PageMonitor monitor, CollectorContext collector) {
        if (monitor.observation().hasPainted()
                || !monitor.isLoaded()
                || monitor.isUnresponsive()
                || !collector.exists()) {
            return Optional.empty();
        }
        try {
            return collector
                    .evaluate(LARGEST)
                    .map(JsonElement::getAsString)
                    .map(url -> UntrustedText.clean(url, MAX_URL))
                    .filter(url -> !url.isEmpty())
                    .map(CoveringFrame::new);
        } catch (PlaywrightException documentGone) {
            return Optional.empty();
        }
    }

    AbsentMetric explain(AbsentMetric one) {
        return PAINTS.contains(one.metric())
                ? new AbsentMetric(
                        one.metric(),
                        LocalizedMessage.of("absence.paint.frame", url).toString())
                : one;
    }
}
