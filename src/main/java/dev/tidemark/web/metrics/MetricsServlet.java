package dev.tidemark.web.metrics;

import dev.tidemark.alerting.incident.IncidentQuery;
import dev.tidemark.alerting.incident.IncidentReader;
import dev.tidemark.alerting.notification.Outbox;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.storage.run.RunHistory;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** {@code /metrics} for Prometheus. Cached for a few seconds, because it is public. */
@WebServlet(name = "metrics", urlPatterns = "/metrics")
public class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int MOST_INCIDENTS = 1_000;

    private final transient RunHistory history;
    private final transient ProbeCatalog catalog;
    private final transient IncidentReader incidents;
    private final transient Outbox outbox;
    private final transient Clock clock;
    private transient volatile CachedScrape cached = new CachedScrape(Instant.MIN, "");

    private record CachedScrape(Instant at, String text) {}

    @Inject
    public MetricsServlet(
            RunHistory history, ProbeCatalog catalog, IncidentReader incidents, Outbox outbox, Clock clock) {
        this.history = history;
        this.catalog = catalog;
        this.incidents = incidents;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Instant now = clock.instant();
        CachedScrape current = cached;
        if (current.at().plus(FRESH).isBefore(now)) {
            current = new CachedScrape(now, scrape(now).text());
            cached = current;
        }
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        response.getWriter().print(current.text());
    }

    private PrometheusMetrics scrape(Instant now) {
        return new PrometheusMetrics(
                history.latest().stream()
                        .filter(run -> catalog.exists(run.slot().probe()))
                        .toList(),
                history.counts(Interval.before(now, Duration.ofDays(1))),
                incidents.list(IncidentQuery.allOpen(MOST_INCIDENTS)).items().size(),
                outbox.backlog().pending());
    }
}
