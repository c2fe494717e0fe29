package dev.tidemark.bench.pages;

import dev.tidemark.bench.BenchEnvironment;
import dev.tidemark.model.metric.Statistic;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The manual's page about the pages' own budgets. What misses its budget is bold. */
record PageReport(List<Row> rows, Loads loads, int rounds) {
    private static final double MOST_SCRIPT = 80_000;
    private static final double MOST_BYTES = 150_000;
    private static final double MOST_SERVER_MILLIS = 100;

    /** @param first the load that the server meets when it is fresh; the others come after a minute of it */
    record Loads(Latencies first, Latencies plain, Latencies tagged) {}

    /** @param look what Lighthouse says, if it was to be had; @param own what the product itself measured, by metric */
    record Row(String page, String form, Optional<LighthouseResult> look, Map<String, Double> own) {
        boolean isDesktop() {
            return form.equals("desktop");
        }
    }

    String text() {
        return """
                # The pages' own budgets

                `mvn -Ppages` writes this page: overview, probe (7 days), run and comparison on a database with 50 probes and
                1,000,000 runs. %s. What misses its budget is **bold**.

                ## As Lighthouse sees them

                Medians of %d. Budget: scores 100; as good as the field calls it, also on its throttled telephone (FCP 1.8 s,
                LCP 2.5 s); CLS 0, TBT 50 ms; 80 KB of scripts, 150 KB in all without evidence pictures, as they travel.

                | page | form | performance | accessibility | best practices | FCP | LCP | CLS | TBT | scripts | all |
                |---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
                %s
                ## As Tidemark sees them

                Desktop is unthrottled, the median of 3 loads; budget: FCP 600 ms, LCP 1.0 s, CLS 0, TBT 50 ms. Mobile is a
                telephone on a slow network with a quarter of the processor, one load; budget: good.

                | page | form | FCP | LCP | CLS | TBT | TTI |
                |---|---|---:|---:|---:|---:|---:|
                %s
                ## The probe page under load

                50 requests a second for 20 s over the pages of all 50 probes in turn, from when each was due until its last byte;
                budget: p95 at most 100 ms. The first 20 s are those of a fresh server that has answered 160 requests before; they
                and 40 s more of the same load are the warm-up of the others.

                | requests | p50 | p95 | answers |
                |---|---:|---:|---|
                %s%s%s""".formatted(
                        BenchEnvironment.now(),
                        rounds,
                        lines(PageReport::lighthouse),
                        lines(PageReport::own),
                        load("the whole page, first 20 s", loads.first()),
                        load("the whole page, after a minute", loads.plain()),
                        load("with the tag of the answer before", loads.tagged()));
    }

    private String lines(java.util.function.Function<Row, String> line) {
        return rows.stream().map(line).collect(java.util.stream.Collectors.joining());
    }

    private static String lighthouse(Row row) {
        String start = "| " + row.page() + " | " + row.form();
        if (row.look().isEmpty()) {
            return start + " | not to be had" + " | –".repeat(8) + " |\n";
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
                + millis(times.millis(Statistic.P95), MOST_SERVER_MILLIS) + " | " + times.withStatus(200) + " whole, "
                + times.withStatus(304) + " unchanged, of "
                + times.answers().size() + " |\n";
    }

    private static String atLeast(double bound, double value) {
        return cell("%.0f", value, value < bound);
    }

    private static String millis(double value, double bound) {
        return cell("%,.0f ms", value, value > bound);
    }

    private static String kilobytes(double value, double bound) {
        return cell("%.1f KB", value / 1_000, value > bound);
    }

    private static String cell(String format, double value, boolean missed) {
        String text = Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
        return " | " + (missed ? "**" + text + "**" : text);
    }
}
