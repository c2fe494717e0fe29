package dev.tidemark.web.metrics;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Thresholds;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.TtlCache;
import dev.tidemark.reporting.chart.Badge;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
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
 * {@code /badge/{probe}/{metric}.svg}: the last successful value at the first location of the probe, with its rating.
 */
@WebServlet(name = "badge", urlPatterns = "/badge/*")
public class BadgeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/([^/]+)/([^/]+)\\.svg");
    private static final int BACK = 10;
    /** How long embedding pages and this servlet cache a badge. */
    private static final Duration FRESH = Duration.ofSeconds(60);

    private static final int MOST_KEPT = 500;

    private final transient ProbeCatalog catalog;
    private final transient RunHistory history;
    private final transient TtlCache<BadgeRequest, String> cache;

    private record BadgeRequest(Probe probe, Metric metric) {}

    @Inject
    public BadgeServlet(ProbeCatalog catalog, RunHistory history, Clock clock) {
        this.catalog = catalog;
        this.history = history;
        this.cache = new TtlCache<>(FRESH, MOST_KEPT, clock);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
        Optional<Probe> probe = path.matches() ? probe(path.group(1)) : Optional.empty();
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
        response.getWriter().print(cache.get(badge, () -> badge(badge.probe(), badge.metric())));
    }

    private String badge(Probe probe, Metric metric) {
        Optional<Measurement> value = history.last(probe.id(), probe.locations().get(0), BACK).stream()
                .map(Run::measurements)
                .flatMap(all -> all.find(metric).stream())
                .findFirst();
        return new Badge(
                        metric.code(),
                        value.map(one -> LocalizedMessage.verbatim(MetricFormat.of(metric, one.value())))
                                .orElse(LocalizedMessage.of("chart.badge.noValue")),
                        value.flatMap(
                                one -> Thresholds.rate(one, probe.profile().formFactor())))
                .draw();
    }

    private Optional<Probe> probe(String slug) {
        return catalog.findBySlug(slug).map(CatalogEntry::probe);
    }

    private static Optional<Metric> metric(String code) {
        try {
            return Optional.of(Metric.of(code.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
