package dev.tidemark.reporting.status;

import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.chart.SparklineChart;
import dev.tidemark.storage.run.Run;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a probe stands at a location.
 *
 * @param reason the state in words: what is broken, since nothing is worse than red without a why
 * @param last the newest ended run, of whatever outcome
 * @param vitals LCP, INP or TBT, CLS, FCP, TTI of the newest good run; empty before the first
 * @param weight orders within the state: the LCP in relation to what is good, 0 without one
 * @param sparkline LCP over the last days
 * @param change of the last week's median LCP against the week before; empty when one of them has no runs
 * @param deploy the newest one of the last week
 */
public record ProbeStatus(
        CatalogEntry entry,
        LocationName location,
        ProbeState state,
        LocalizedMessage reason,
        Optional<Run> last,
        List<MetricTile> vitals,
        double weight,
        SparklineChart sparkline,
        Optional<WeeklyChange> change,
        Optional<Deploy> deploy) {

    public ProbeStatus {
        vitals = List.copyOf(vitals);
    }

    /** @param direction better, worse or same: less than 5 % is the same */
    public record WeeklyChange(String text, String direction) {}

    /** @param compare the address that holds the runs before it against those after it */
    public record Deploy(String title, Instant at, String compare) {}

    public Probe probe() {
        return entry.probe();
    }

    public boolean matches(String query) {
        String all = (probe().id() + " " + probe().name() + " "
                        + probe().target().url() + " " + location + " " + String.join(" ", probe().tags()))
                .toLowerCase(java.util.Locale.ROOT);
        return all.contains(query.toLowerCase(java.util.Locale.ROOT).strip());
    }
}
