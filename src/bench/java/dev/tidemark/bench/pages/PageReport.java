package dev.tidemark.bench.pages;

import dev.tidemark.bench.BenchEnvironment;
import dev.tidemark.model.metric.Statistic;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The page of the manual about the speed of Tidemark's own pages. Values over budget are bold. */
record PageReport(List<Row> rows, Loads loads, int rounds) {
    private static final double MOST_SCRIPT = 80_000;
    private static final double MOST_BYTES = 150_000;
    private static final double MOST_SERVER_MILLIS = 100;

    /** @param first load on a freshly started server; the other loads follow after a minute of it */
    record Loads(Latencies first, Latencies plain, Latencies tagged) {}

    /** @param look the Lighthouse result, empty without Lighthouse; @param own what Tidemark measured, by metric */
    record Row(String page, String form, Optional<LighthouseResult> look, Map<String, Double> own) {
        boolean isDesktop() {
            return form.equals("desktop");
        }
    }

    String text() {
        return """
                # Page budgets of Tidemark

                Written by `mvn -Ppages`. Overview, probe (7 days), run and comparison page on a database with 50 probes and
                1,000,000 runs. %s. Values over budget are **bold**.

                ## Measured with Lighthouse

                Medians of %d. Budget: all scores 100; FCP and LCP rated good, also with Lighthouse's mobile throttling (FCP 1.8 s,
                LCP 2.5 s); CLS 0, TBT 50 ms; 80 kB of scripts and 150 kB in total (transfer size, without recorded screenshots).

                | page | form factor | performance | accessibility | best practices | FCP | LCP | CLS | TBT | scripts | total |
                |---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
                %s
                ## Measured with Tidemark

                Desktop: unthrottled, median of 3 loads; budget: FCP 600 ms, LCP 1.00 s, CLS 0, TBT 50 ms. Mobile: slow network and
                4× CPU slowdown, one load; budget: rated good.

                | page | form factor | FCP | LCP | CLS | TBT | TTI |
                |---|---|---:|---:|---:|---:|---:|
                %s
                ## The probe page under load

                50 requests per second for 20 s to the pages of all 50 probes in turn. The time of a request is from its scheduled start
                to its last byte; budget: p95 ≤ 100 ms. In the first 20 s the server is fresh and has answered 160 requests before; these
                and 40 s more of the same load are the warm-up for the other rows.

                | requests | p50 | p95 | responses |
                |---|---:|---:|---|
                %s%s%s""".formatted(
                        BenchEnvironment.now(),
                        rounds,
                        lines(PageReport::lighthouse),
                        lines(PageReport::own),
                        load("full page, first 20 s", loads.first()),
                        load("full page, after a minute", loads.plain()),
                        load("conditional (`If-None-Match`)", loads.tagged()));
    }

    private String lines(java.util.function.Function<Row, String> line) {
        return rows.stream().map(line).collect(java.util.stream.Collectors.joining());
    }

    private static String lighthouse(Row row) {
        String start = "| " + row.page() + " | " + row.form();
        if (row.look().isEmpty()) {
            return start + " | not available" + " | –".repeat(8) + " |\n";
        }
        Map<String, Double> look = row.look().get().values();
        double fcp = row.isDesktop() ? 900 : 1_800;
        double lcp = row.isDesktop() ? 1_200 : 2_500;
        return start + atLeast(100, look.get("performance")) + atLeast(100, look.get("accessibility"))
                + atLeast(100, look.get("best-practices")) + millis(look.get("FCP"), fcp)
                + millis(look.get("LCP"), lcp)
                + cell("%.3f", look.get("CLS"), look.get("CLS") > 0.0005) + millis(look.get("TBT"), 50)
                + kilobytes(look.get("script"), MOST_SCRIPT) + kilobytes(look.get("all"), MOST_BYTES) + " |\n";
    }

    private static String own(Row row) {
        Map<String, Double> own = row.own();
        double absent = Double.NaN;
        return "| " + row.page() + " | " + row.form()
                + millis(own.getOrDefault("FCP", absent), row.isDesktop() ? 600 : 1_800)
                + millis(own.getOrDefault("LCP", absent), row.isDesktop() ? 1_000 : 2_500)
                + cell("%.3f", own.getOrDefault("CLS", absent), own.getOrDefault("CLS", absent) > 0.0005)
                + millis(own.getOrDefault("TBT", absent), row.isDesktop() ? 50 : 200)
                + millis(own.getOrDefault("TTI", absent), Double.MAX_VALUE) + " |\n";
    }

    private static String load(String what, Latencies times) {
        return "| " + what + millis(times.millis(Statistic.MEDIAN), MOST_SERVER_MILLIS)
                + millis(times.millis(Statistic.P95), MOST_SERVER_MILLIS) + " | " + times.withStatus(200) + " full, "
                + times.withStatus(304) + " not modified, of "
                + times.answers().size() + " |\n";
    }

    private static String atLeast(double bound, double value) {
        return cell("%.0f", value, value < bound);
    }

    private static String millis(double value, double bound) {
        return cell("%,.0f ms", value, value > bound);
    }

    private static String kilobytes(double value, double bound) {
        return cell("%.1f kB", value / 1_000, value > bound);
    }

    private static String cell(String format, double value, boolean missed) {
        String text = Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
        return " | " + (missed ? "**" + text + "**" : text);
    }
}
