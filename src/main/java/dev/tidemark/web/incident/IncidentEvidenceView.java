package dev.tidemark.web.incident;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.Outbox;
import dev.tidemark.alerting.notification.RecipientDisplay;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.platform.i18n.LocalizedMessage;
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
    private IncidentEvidence evidence;

    @Inject
    public IncidentEvidenceView(
            ProbeCatalog catalog, TrendView trends, RunHistory history, Outbox outbox, Viewer viewer) {
        this.catalog = catalog;
        this.trends = trends;
        this.history = history;
        this.outbox = outbox;
        this.viewer = viewer;
    }

    /**
     * The evidence of an incident.
     *
     * @param chart the metric around it, as SVG; blank without values, or if the probe was deleted
     * @param chartAddress the probe page with the same metric and time range
     * @param screenshot URL of that of the run that opened it; empty if there is none, or retention has removed it
     * @param notifications oldest first
     */
    public record IncidentEvidence(
            LocalizedMessage chartTitle,
            String chart,
            String chartAddress,
            String screenshot,
            List<SentNotification> notifications) {}

    /** Reads once per request. */
    public IncidentEvidence of(Incident incident) {
        if (evidence == null) {
            evidence = read(incident);
        }
        return evidence;
    }

    private IncidentEvidence read(Incident incident) {
        Metric metric = IncidentMetric.of(incident);
        TimeRange range = range(incident);
        return new IncidentEvidence(
                metric.label(),
                chart(incident, metric, range),
                PageLink.of("/probes/" + incident.probe())
                        .with("location", incident.location().name())
                        .with("metric", metric.code())
                        .with("from", range.from().toString())
                        .with("to", range.to().toString())
                        .url(),
                ScreenshotAddress.of(incident.openedBy(), history.artifacts(incident.openedBy())),
                outbox.of(incident.id()).stream().map(SentNotification::of).toList());
    }

    private String chart(Incident incident, Metric metric, TimeRange range) {
        return catalog.find(incident.probe())
                .map(entry -> trends.chart(entry.probe(), incident.location(), metric, List.of(), range, viewer.zone()))
                .filter(chart -> !chart.isEmpty())
                .map(chart -> chart.large(viewer.messages()))
                .orElse("");
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
