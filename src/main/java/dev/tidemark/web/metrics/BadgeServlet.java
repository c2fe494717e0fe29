package dev.tidemark.web.metrics;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Thresholds;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.Interval;
import dev.tidemark.platform.runtime.TtlCache;
import dev.tidemark.reporting.chart.Badge;
import dev.tidemark.storage.run.Run;
import dev.tidemark.storage.run.RunHistory;
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
 * {@code /badge/{probe}/{metric}.svg}: the last successful value at the first location of the probe, with its rating; of uptime
 * and failed runs, the share of the last 30 days. Query parameters are ignored, because pages add them to bypass caches.
 */
@WebServlet(name = "badge", urlPatterns = "/badge/*")
public class BadgeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/([^/]+)/(.+)\\.svg");
    private static final int BACK = 10;
    /** How long embedding pages and this servlet cache a badge. */
    private static final Duration FRESH = Duration.ofSeconds(60);

    private static final Duration SHARE_OVER = Duration.ofDays(30);
    private static final int MOST_KEPT = 500;

    private final transient ProbeCatalog catalog;
    private final transient RunHistory history;
    private final transient RunSeries runSeries;
    private final transient Clock clock;
    private final transient TtlCache<BadgeRequest, String> cache;

    private record BadgeRequest(Probe probe, Metric metric) {}

    @Inject
    public BadgeServlet(ProbeCatalog catalog, RunHistory history, RunSeries runSeries, Clock clock) {
        this.catalog = catalog;
        this.history = history;
        this.runSeries = runSeries;
        this.clock = clock;
        this.cache = new TtlCache<>(FRESH, MOST_KEPT, clock);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
        Optional<Probe> probe = path.matches() ? probe(path.group(1)) : Optional.empty();
        if (probe.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        // A slash in the name of a user timing arrives encoded.
        String code = path.group(2).replaceAll("(?i)%2F", "/");
        try {
            BadgeRequest badge = new BadgeRequest(probe.get(), Metric.parse(code));
            response.setHeader("Cache-Control", "public, max-age=" + FRESH.toSeconds());
            send(cache.get(badge, () -> badge(badge.probe(), badge.metric())), response);
        } catch (InvalidValueException unknown) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            send(new Badge(code, unknown.localizedMessage(), Optional.empty()).draw(), response);
        }
    }

    private static void send(String svg, HttpServletResponse response) throws IOException {
        response.setContentType("image/svg+xml");
        response.setCharacterEncoding("UTF-8");
        // Other sites embed it: https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.getWriter().print(svg);
    }

    private String badge(Probe probe, Metric metric) {
        Optional<Measurement> value = metric.isShareOfRuns() ? share(probe, metric) : last(probe, metric);
        return new Badge(
                        metric.code(),
                        value.map(one -> text(metric, one)).orElse(LocalizedMessage.of("chart.badge.noValue")),
                        value.flatMap(
                                one -> Thresholds.rate(one, probe.profile().formFactor())))
                .draw();
    }

    private static LocalizedMessage text(Metric metric, Measurement value) {
        String text = MetricFormat.of(metric, value.value());
        return metric.isShareOfRuns()
                ? LocalizedMessage.of("chart.badge.share", text, DurationFormat.of(SHARE_OVER))
                : LocalizedMessage.verbatim(text);
    }

    private Optional<Measurement> last(Probe probe, Metric metric) {
        return history.last(probe.id(), probe.locations().get(0), BACK).stream()
                .map(Run::measurements)
                .flatMap(all -> all.find(metric).stream())
                .findFirst();
    }

    private Optional<Measurement> share(Probe probe, Metric metric) {
        Interval interval = Interval.before(clock.instant(), SHARE_OVER);
        return runSeries
                .tally(probe.id(), probe.locations().get(0), interval)
                .share(metric)
                .map(share -> new Measurement(metric, share));
    }

    private Optional<Probe> probe(String slug) {
        return catalog.findBySlug(slug).map(CatalogEntry::probe);
    }
}
