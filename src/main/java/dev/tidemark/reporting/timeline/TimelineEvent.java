package dev.tidemark.reporting.timeline;

import dev.tidemark.reporting.chart.TrendChart;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened.
 *
 * @param until when it ended; empty for a point in time
 * @param kind deploy, note, browser, incident or maintenance
 * @param scope of what it was, in words
 * @param link where more about it stands; empty for nowhere
 * @param by who said so; empty for nobody
 * @param marker the id of the marker that may be taken away; empty for none
 */
public record TimelineEvent(
        Instant at,
        Optional<Instant> until,
        String kind,
        String title,
        String scope,
        String link,
        String by,
        String marker) {

    /** With a capital letter, for lists. */
    public String label() {
        return kind.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + kind.substring(1);
    }

    /** As charts draw it. */
    public TrendChart.ChartAnnotation drawn() {
        return new TrendChart.ChartAnnotation(at, until, kind, title, title);
    }
}
