package dev.tidemark.web.incident;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.Outbox;
import dev.tidemark.alerting.notification.RecipientDisplay;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.chart.TrendChart;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.web.dashboard.TrendView;
import dev.tidemark.web.run.ScreenshotAddress;
import dev.tidemark.web.support.PageLink;
import dev.tidemark.web.support.TimeRange;
import dev.tidemark.web.support.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an incident looked like: the metric around it, a screenshot of the run that opened it, and who was notified. */
@Named
@RequestScoped
public class IncidentEvidenceView {

    private static final Duration SHORTEST_MARGIN = Duration.ofHours(2);
    private static final Duration LONGEST_MARGIN = Duration.ofDays(2);

    private final ProbeCatalog catalog;
    private final TrendView trends;
    private final RunHistory history;
    private final Outbox outbox;
    private final Viewer viewer;

    @Inject
    public IncidentEvidenceView(
            ProbeCatalog catalog, TrendView trends, RunHistory history, Outbox outbox, Viewer viewer) {
        this.catalog = catalog;
        this.trends = trends;
        this.history = history;
        this.outbox = outbox;
        this.viewer = viewer;
    }

    /** The chart of the metric around the incident, as SVG; blank without values, or if the probe was deleted. */
    public String chart(Incident incident) {
        Optional<Probe> probe = catalog.find(incident.probe()).map(entry -> entry.probe());
        if (probe.isEmpty()) {
            return "";
        }
        TrendChart chart = trends.chart(
                probe.get(),
                incident.location(),
                IncidentMetric.of(incident),
                List.of(),
                range(incident),
                viewer.zone());
        return chart.isEmpty() ? "" : chart.large(viewer.messages());
    }

    public LocalizedMessage chartTitle(Incident incident) {
        return IncidentMetric.of(incident).label();
    }

    /** The probe page with the same metric and time range. */
    public String chartAddress(Incident incident) {
        TimeRange range = range(incident);
        return PageLink.of("/probes/" + incident.probe())
                .with("location", incident.location().name())
                .with("metric", IncidentMetric.of(incident).code())
                .with("from", range.from().toString())
                .with("to", range.to().toString())
                .url();
    }

    /** The screenshot of the run that opened the incident; empty if there is none, or retention has removed it. */
    public String screenshot(Incident incident) {
        return ScreenshotAddress.of(incident.openedBy(), history.artifacts(incident.openedBy()));
    }

    /** The notifications about the incident, oldest first. */
    public List<SentNotification> notifications(Incident incident) {
        return outbox.of(incident.id()).stream().map(SentNotification::of).toList();
    }

    /**
     * A notification in the list.
     *
     * @param state a key: delivered, failed, waiting
     */
    public record SentNotification(
            String recipient, LocalizedMessage channel, LocalizedMessage kind, Instant at, String state, String error) {

        static SentNotification of(Notification one) {
            String state =
                    one.deliveredAt().isPresent() ? "delivered" : one.failedAt().isPresent() ? "failed" : "waiting";
            return new SentNotification(
                    RecipientDisplay.display(one.recipient()).toString(),
                    RecipientDisplay.channel(one.recipient()),
                    one.notice().kind().title(),
                    one.deliveredAt().or(one::failedAt).orElse(one.createdAt()),
                    state,
                    one.lastError().filter(error -> one.deliveredAt().isEmpty()).orElse(""));
        }
    }

    private TimeRange range(Incident incident) {
        Instant now = viewer.times().now();
        Instant end = incident.resolvedAt().orElse(now);
        Duration margin = Duration.between(incident.openedAt(), end);
        if (margin.compareTo(SHORTEST_MARGIN) < 0) {
            margin = SHORTEST_MARGIN;
        } else if (margin.compareTo(LONGEST_MARGIN) > 0) {
            margin = LONGEST_MARGIN;
        }
        Instant to = end.plus(margin);
        return TimeRange.read(
                null,
                incident.openedAt().minus(margin).toString(),
                (to.isAfter(now) ? now : to).toString(),
                now,
                viewer.zone());
    }
}
