package dev.tidemark.reporting.diagnosis;

import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Unit;
import dev.tidemark.model.result.RegistrableDomain;
import dev.tidemark.model.result.RequestRecord;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import dev.tidemark.reporting.chart.WaterfallBar;
import dev.tidemark.reporting.chart.WaterfallChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The requests of a page load as rows, each with its bar on the timeline of the load. */
public final class WaterfallTable {

    private static final int MAX_ROWS = 300;
    private static final int MAX_DRAWN = 100;

    private final List<RequestRecord> requests;
    private final double end;
    private final List<WaterfallBar.Mark> marks;

    WaterfallTable(List<RequestRecord> requests, Measurements measured, double end) {
        this.requests = requests;
        this.end = end;
        this.marks = Stream.of(Metric.FCP, Metric.LCP)
                .flatMap(metric -> measured.find(metric).stream())
                .map(one -> new WaterfallBar.Mark(one.metric().code().toLowerCase(Locale.ROOT), one.value()))
                .toList();
    }

    /**
     * @param name the last segment of the URL's path
     * @param host of a third party; empty for the first party
     */
    public record WaterfallRow(
            RequestRecord request,
            String name,
            String host,
            String status,
            LocalizedMessage size,
            LocalizedMessage time,
            WaterfallBar bar) {

        /** The bar as SVG in the viewer's language. */
        public String draw(Messages messages) {
            return bar.draw(messages);
        }

        public boolean isFailed() {
            return request.status() >= 400 || request.failure().isPresent();
        }
    }

    /** The selected requests, at most 300. */
    public List<WaterfallRow> rows(WaterfallFilter filter) {
        return requests.stream()
                .filter(filter::shows)
                .sorted(filter.order())
                .limit(MAX_ROWS)
                .map(this::row)
                .toList();
    }

    /** The selected requests as one image, at most 100. */
    public WaterfallChart chart(WaterfallFilter filter) {
        List<WaterfallRow> shown = rows(filter).stream().limit(MAX_DRAWN).toList();
        int omitted = (int) count(filter) - shown.size();
        LocalizedMessage description = LocalizedMessage.of("run.requests.drawing", shown.size());
        return new WaterfallChart(description, shown.stream().map(this::drawn).toList(), omitted, marks, end);
    }

    private WaterfallChart.WaterfallChartRow drawn(WaterfallRow row) {
        String name = row.host().isEmpty() ? row.name() : row.name() + " · " + row.host();
        return new WaterfallChart.WaterfallChartRow(name, row.time(), row.isFailed(), phases(row.request()));
    }

    /** The number of selected requests, whether shown or not. */
    public long count(WaterfallFilter filter) {
        return requests.stream().filter(filter::shows).count();
    }

    /** The types that occur, in alphabetical order. */
    public List<String> types() {
        return requests.stream().map(RequestRecord::type).distinct().sorted().toList();
    }

    private WaterfallRow row(RequestRecord request) {
        LocalizedMessage time = request.endMillis() < 0
                ? LocalizedMessage.of("run.requests.unfinished")
                : LocalizedMessage.verbatim(MetricFormat.of(Unit.MILLISECONDS, durationMillis(request)));
        String status = request.failure().orElse(request.status() == 0 ? "–" : String.valueOf(request.status()));
        return new WaterfallRow(
                request,
                name(request.url()),
                request.thirdParty() ? host(request.url()) : "",
                status,
                request.fromCache()
                        ? LocalizedMessage.of("run.requests.cached")
                        : LocalizedMessage.verbatim(MetricFormat.of(Unit.BYTES, request.transferBytes())),
                time,
                new WaterfallBar(
                        LocalizedMessage.of(
                                "chart.waterfall.request", LocalizedMessage.of("resourceType." + request.type()), time),
                        phases(request),
                        marks,
                        end));
    }

    private List<WaterfallBar.Phase> phases(RequestRecord request) {
        List<WaterfallBar.Phase> phases = new ArrayList<>();
        double at = request.startMillis();
        at = add(phases, "queue", at, request.blockedMillis());
        at = add(phases, "dns", at, request.dnsMillis());
        at = add(phases, "connect", at, request.connectMillis() - Math.max(0, request.tlsMillis()));
        at = add(phases, "tls", at, request.tlsMillis());
        at = add(phases, "wait", at, Math.max(0, request.sendMillis()) + request.waitMillis());
        add(phases, "receive", at, request.receiveMillis());
        return phases;
    }

    private static double add(List<WaterfallBar.Phase> phases, String name, double at, double millis) {
        if (millis <= 0) {
            return at;
        }
        phases.add(new WaterfallBar.Phase(name, at, millis));
        return at + millis;
    }

    /** In ms; 0 for an unfinished request. */
    static double durationMillis(RequestRecord request) {
        return Math.max(0, request.endMillis() - request.startMillis());
    }

    /** The last segment of the path; the host of a URL without a path. */
    static String name(String url) {
        String path = url.split("[?#]")[0];
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.isEmpty() ? path.replaceFirst("^https?://", "") : last;
    }

    /** The host of a URL, or the URL itself without one. */
    static String host(String url) {
        return RegistrableDomain.hostOf(url).orElse(url);
    }
}
