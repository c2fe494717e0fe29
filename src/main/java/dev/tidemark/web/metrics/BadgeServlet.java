package dev.tidemark.web.metrics;

import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Rating;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.platform.runtime.TtlCache;
import dev.tidemark.reporting.chart.Badge;
import dev.tidemark.reporting.status.MetricTile;
import dev.tidemark.reporting.status.ProbeStatus;
import dev.tidemark.reporting.status.StatusService;
import dev.tidemark.storage.timeseries.RunSeries;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /badge/{probe}/{metric}.svg}: the value of the last run at the first location of the probe, coloured by its limits, without
 * one by its rating. Never a value of an older run: the badge of a probe that is down says so. Of uptime and failed runs, the share of
 * the last 30 days. Query parameters are ignored, because pages add them to bypass caches.
 */
@WebServlet(name = "badge", urlPatterns = "/badge/*")
public class BadgeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/([^/]+)/(.+)\\.svg");
    /** How long embedding pages and this servlet cache a badge. */
    private static final Duration FRESH = Duration.ofSeconds(60);

    private static final Duration SHARE_OVER = Duration.ofDays(30);
    private static final int MOST_KEPT = 500;

    private final transient ProbeCatalog catalog;
    private final transient StatusService statusService;
    private final transient RunSeries runSeries;
    private final transient Clock clock;
    private final transient TtlCache<BadgeRequest, String> cache;

    private record BadgeRequest(CatalogEntry entry, Metric metric) {}

    @Inject
    public BadgeServlet(ProbeCatalog catalog, StatusService statusService, RunSeries runSeries, Clock clock) {
        this.catalog = catalog;
        this.statusService = statusService;
        this.runSeries = runSeries;
        this.clock = clock;
        this.cache = new TtlCache<>(FRESH, MOST_KEPT, clock);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
        Optional<CatalogEntry> entry = path.matches() ? catalog.findBySlug(path.group(1)) : Optional.empty();
        if (entry.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        // A slash in the name of a user timing arrives encoded.
        String code = path.group(2).replaceAll("(?i)%2F", "/");
        try {
            BadgeRequest badge = new BadgeRequest(entry.get(), Metric.parse(code));
            response.setHeader("Cache-Control", "public, max-age=" + FRESH.toSeconds());
            send(cache.get(badge, () -> badge(badge.entry(), badge.metric()).draw()), response);
        } catch (InvalidValueException unknown) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            send(
                    new Badge(code, unknown.localizedMessage(), LocalizedMessage.EMPTY, Optional.empty()).draw(),
                    response);
        }
    }

    private static void send(String svg, HttpServletResponse response) throws IOException {
        response.setContentType("image/svg+xml");
        response.setCharacterEncoding("UTF-8");
        // Other sites embed it: https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.getWriter().print(svg);
    }

    private Badge badge(CatalogEntry entry, Metric metric) {
        if (metric.isShareOfRuns()) {
            return share(entry.probe(), metric);
        }
        ProbeStatus status = statusService.of(entry, entry.probe().locations().get(0));
        if (status.last().isEmpty()) {
            return neutral(metric, LocalizedMessage.of("chart.badge.noValue"));
        }
        if (status.state() == ProbeState.PAUSED) {
            return neutral(metric, ProbeState.PAUSED.inline());
        }
        if (status.isDown()) {
            return new Badge(
                    metric.code(), ProbeState.FAILING.inline(), LocalizedMessage.EMPTY, Optional.of(Rating.POOR));
        }
        return status.current(metric)
                .map(BadgeServlet::ofValue)
                .orElseGet(() -> neutral(
                        metric,
                        LocalizedMessage.of(
                                status.values().stale() ? "chart.badge.noCurrentValue" : "chart.badge.noValue")));
    }

    private static Badge ofValue(MetricTile tile) {
        LocalizedMessage meaning = tile.status().budget().isPresent()
                ? tile.status().budgetTitle()
                : tile.status().ratingTitle();
        return new Badge(tile.code(), tile.text(), meaning, tile.status().shade());
    }

    private Badge share(Probe probe, Metric metric) {
        Interval interval = Interval.before(clock.instant(), SHARE_OVER);
        LocalizedMessage text = runSeries
                .tally(probe.id(), probe.locations().get(0), interval)
                .share(metric)
                .map(share -> LocalizedMessage.of(
                        "chart.badge.share", MetricFormat.of(metric, share), DurationFormat.of(SHARE_OVER)))
                .orElseGet(() -> LocalizedMessage.of("chart.badge.noValue"));
        return neutral(metric, text);
    }

    private static Badge neutral(Metric metric, LocalizedMessage text) {
        return new Badge(metric.code(), text, LocalizedMessage.EMPTY, Optional.empty());
    }
}
