package dev.tidemark.reporting.timeline;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.chart.TrendChart;
import java.time.Instant;
import java.util.Optional;

/**
 * An event on the timeline of a probe.
 *
 * @param until when it ended; empty for a point in time
 * @param kind deploy, note, browser, incident or maintenance
 * @param scope what it applies to
 * @param link where to read more; empty for none
 * @param by who added it; empty for nobody
 * @param marker the ID of the annotation, if it is one; otherwise empty
 */
public record TimelineEvent(
        Instant at,
        Optional<Instant> until,
        String kind,
        String title,
        LocalizedMessage scope,
        String link,
        String by,
        String marker) {

    /** The name of its kind. */
    public LocalizedMessage label() {
        return LocalizedMessage.of("events.kind." + kind);
    }

    /** As charts draw it. */
    public TrendChart.ChartAnnotation chartAnnotation() {
        return new TrendChart.ChartAnnotation(at, until, kind, title, title);
    }
}
