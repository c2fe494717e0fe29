package dev.tidemark.reporting.diagnosis;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.result.LcpElement;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import dev.tidemark.reporting.chart.StackedBar;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The four parts of the Largest Contentful Paint (https://web.dev/articles/optimize-lcp#lcp-breakdown). */
public record LcpBreakdown(LcpElement element) {

    /** The phases of the LCP as SVG in the viewer's language. */
    public String bar(Messages messages) {
        return bar().draw(messages);
    }

    /** The same as a standalone file. */
    String file() {
        return bar().file();
    }

    private StackedBar bar() {
        return new StackedBar(
                LocalizedMessage.of("run.lcp.bar"),
                getParts().stream()
                        .map(part ->
                                new StackedBar.BarSegment(part.name(), part.millis(), part.text(), part.colorIndex()))
                        .toList());
    }

    /** A part. @param inline its name within a sentence */
    public record LcpPart(LocalizedMessage name, LocalizedMessage inline, double millis, String text, int colorIndex) {}

    /** Without the two load parts if the element is a text. */
    public List<LcpPart> getParts() {
        return Stream.of(
                        part("run.lcp.ttfb", "run.lcp.longestPart.ttfb", element.ttfbMillis(), 1),
                        part("run.lcp.loadDelay", "run.lcp.longestPart.loadDelay", element.loadDelayMillis(), 2),
                        part(
                                "run.lcp.loadDuration",
                                "run.lcp.longestPart.loadDuration",
                                element.loadDurationMillis(),
                                3),
                        part("run.lcp.renderDelay", "run.lcp.longestPart.renderDelay", element.renderDelayMillis(), 4))
                .filter(part -> element.url().isPresent() || part.colorIndex() == 1 || part.colorIndex() == 4)
                .toList();
    }

    public String getSelector() {
        return element.selector();
    }

    /** The URL of the image; empty for a text. */
    public String getUrl() {
        return element.url().orElse("");
    }

    /** "62 % of it loading hero.jpg", of the longest part. */
    Optional<LocalizedMessage> share() {
        double total = getParts().stream().mapToDouble(LcpPart::millis).sum();
        return longest()
                .filter(part -> part.millis() > 0)
                .map(part -> LocalizedMessage.of(
                        "run.lcp.longestPart.share", Math.round(100 * part.millis() / total), part.inline()));
    }

    Optional<LcpPart> longest() {
        return getParts().stream().max(Comparator.comparingDouble(LcpPart::millis));
    }

    private LocalizedMessage name() {
        return element.url()
                .map(WaterfallTable::name)
                .filter(name -> name.length() <= 40)
                .map(LocalizedMessage::verbatim)
                .orElse(LocalizedMessage.of("run.lcp.resource"));
    }

    private LcpPart part(String key, String inlineKey, double millis, int colorIndex) {
        return new LcpPart(
                LocalizedMessage.of(key, name()),
                LocalizedMessage.of(inlineKey, name()),
                millis,
                MetricFormat.of(Metric.LCP, millis),
                colorIndex);
    }
}
