package dev.tidemark.web.metrics;

import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Rating;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.TtlCache;
import dev.tidemark.reporting.chart.Badge;
import dev.tidemark.reporting.status.ProbeStatus;
import dev.tidemark.reporting.status.StatusService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /badge/{probe}/{metric}.svg}: the value of the last run at the first location of the probe, coloured by its limits, without
 * one by its rating. Never a value of an older run: the badge of a probe that is down says so.
 */
@WebServlet(name = "badge", urlPatterns = "/badge/*")
public class BadgeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/([^/]+)/([^/]+)\\.svg");
    /** How long embedding pages and this servlet cache a badge. */
    private static final Duration FRESH = Duration.ofSeconds(60);

    private static final int MOST_KEPT = 500;

    private final transient ProbeCatalog catalog;
    private final transient StatusService statusService;
    private final transient TtlCache<BadgeRequest, String> cache;

    private record BadgeRequest(CatalogEntry entry, Metric metric) {}

    @Inject
    public BadgeServlet(ProbeCatalog catalog, StatusService statusService, Clock clock) {
        this.catalog = catalog;
        this.statusService = statusService;
        this.cache = new TtlCache<>(FRESH, MOST_KEPT, clock);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
        Optional<CatalogEntry> probe = path.matches() ? catalog.findBySlug(path.group(1)) : Optional.empty();
        Optional<Metric> metric = path.matches() ? metric(path.group(2)) : Optional.empty();
        if (probe.isEmpty() || metric.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("image/svg+xml");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "public, max-age=" + FRESH.toSeconds());
        // Other sites embed it: https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        BadgeRequest badge = new BadgeRequest(probe.get(), metric.get());
        response.getWriter().print(cache.get(badge, () -> badge(badge.entry(), badge.metric())
                .draw()));
    }

    private Badge badge(CatalogEntry entry, Metric metric) {
        ProbeStatus status = statusService.of(entry, entry.probe().locations().get(0));
        LocalizedMessage none = LocalizedMessage.EMPTY;
        if (status.last().isEmpty()) {
            return new Badge(metric.code(), LocalizedMessage.of("chart.badge.noValue"), none, Optional.empty());
        }
        if (status.state() == ProbeState.PAUSED) {
            return new Badge(metric.code(), ProbeState.PAUSED.inline(), none, Optional.empty());
        }
        if (status.isDown()) {
            return new Badge(metric.code(), ProbeState.FAILING.inline(), none, Optional.of(Rating.POOR));
        }
        return status.current(metric)
                .map(one -> new Badge(
                        metric.code(),
                        one.text(),
                        one.status().budget().isPresent()
                                ? one.status().budgetTitle()
                                : one.status().ratingTitle(),
                        one.status().shade()))
                .orElseGet(() -> new Badge(
                        metric.code(), LocalizedMessage.of("chart.badge.noCurrentValue"), none, Optional.empty()));
    }

    private static Optional<Metric> metric(String code) {
        try {
            return Optional.of(Metric.of(code.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
