package dev.tidemark.story;

import dev.tidemark.chart.RequestBar;
import dev.tidemark.chart.ValueText;
import dev.tidemark.chart.WaterfallChart;
import dev.tidemark.measurement.Measurements;
import dev.tidemark.measurement.Metric;
import dev.tidemark.measurement.Unit;
import dev.tidemark.observation.RequestFact;
import dev.tidemark.wording.Said;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The requests of a load as rows, each with its bar on the page's time axis. */
public final class Waterfall {

    private static final int MOST_ROWS = 300;
    private static final int MOST_DRAWN = 100;

    private final List<RequestFact> requests;
    private final double end;
    private final List<RequestBar.Mark> marks;

    Waterfall(List<RequestFact> requests, Measurements measured, double end) {
        this.requests = requests;
        this.end = end;
        this.marks = Stream.of(Metric.FCP, Metric.LCP)
                .flatMap(metric -> measured.find(metric).stream())
                .map(one -> new RequestBar.Mark(one.metric().code().toLowerCase(Locale.ROOT), one.value()))
                .toList();
    }

    /**
     * @param name the last part of the address
     * @param host of a third party; empty for the page's own
     */
    public record Row(RequestFact request, String name, String host, String status, Said size, Said time, String bar) {
        public boolean isFailed() {
            return request.status() >= 400 || request.failure().isPresent();
        }
    }

    /** At most 300 of those that are chosen. */
    public List<Row> rows(WaterfallChoice choice) {
        return requests.stream()
                .filter(choice::shows)
                .sorted(choice.order())
                .limit(MOST_ROWS)
                .map(this::row)
                .toList();
    }

    /** The chosen requests as one picture: at most 100 of them, or it would be higher than anybody prints. */
    public WaterfallChart chart(WaterfallChoice choice) {
        List<Row> shown = rows(choice).stream().limit(MOST_DRAWN).toList();
        int left = (int) count(choice) - shown.size();
        String description = Said.of("waterfall.of_requests", shown.size()).toString();
        return new WaterfallChart(description, shown.stream().map(this::drawn).toList(), left, marks, end);
    }

    private WaterfallChart.Row drawn(Row row) {
        String name = row.host().isEmpty() ? row.name() : row.name() + " · " + row.host();
        return new WaterfallChart.Row(name, row.time().toString(), row.isFailed(), phases(row.request()));
    }

    /** How many requests there are of the choice, shown or not. */
    public long count(WaterfallChoice choice) {
        return requests.stream().filter(choice::shows).count();
    }

    /** The types that occur, in alphabetical order. */
    public List<String> types() {
        return requests.stream().map(RequestFact::type).distinct().sorted().toList();
    }

    private Row row(RequestFact request) {
        Said time = request.endMillis() < 0
                ? Said.of("waterfall.open")
                : Said.verbatim(ValueText.of(Unit.MILLISECONDS, took(request)));
        String status = request.failure().orElse(request.status() == 0 ? "–" : String.valueOf(request.status()));
        return new Row(
                request,
                name(request.url()),
                request.thirdParty() ? host(request.url()) : "",
                status,
                request.fromCache()
                        ? Said.of("waterfall.cache")
                        : Said.verbatim(ValueText.of(Unit.BYTES, request.transferBytes())),
                time,
                new RequestBar(request.type() + " " + time, phases(request), marks, end).draw());
    }

    private List<RequestBar.Phase> phases(RequestFact request) {
        List<RequestBar.Phase> phases = new ArrayList<>();
        double at = request.startMillis();
        at = add(phases, "queue", at, request.blockedMillis());
        at = add(phases, "dns", at, request.dnsMillis());
        at = add(phases, "connect", at, request.connectMillis() - Math.max(0, request.tlsMillis()));
        at = add(phases, "tls", at, request.tlsMillis());
        at = add(phases, "wait", at, Math.max(0, request.sendMillis()) + request.waitMillis());
        add(phases, "receive", at, request.receiveMillis());
        return phases;
    }

    private static double add(List<RequestBar.Phase> phases, String name, double at, double millis) {
        if (millis <= 0) {
            return at;
        }
        phases.add(new RequestBar.Phase(name, at, millis));
        return at + millis;
    }

    /** In ms; 0 for a request that never ended. */
    static double took(RequestFact request) {
        return Math.max(0, request.endMillis() - request.startMillis());
    }

    /** The last part of the path, or the host of an address without one. */
    static String name(String url) {
        String path = url.split("[?#]")[0];
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.isEmpty() ? path.replaceFirst("^https?://", "") : last;
    }

    /** The host of an address, or the address itself when it has none. */
    static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? url : host;
        } catch (IllegalArgumentException odd) {
            return url;
        }
    }
}
