package dev.tidemark.prober.browser;

import dev.tidemark.accuracy.FixtureSite;
import dev.tidemark.bench.BenchEnvironment;
import dev.tidemark.it.TestBrowser;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.prober.proxy.ProbeProxy;
import dev.tidemark.prober.proxy.ProxySession;
import dev.tidemark.prober.proxy.ProxySessionSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Compares LCP with a direct connection and through the proxy without throttling, interleaved. */
final class ProxyComparison {

    private static final Duration SETTLE = Duration.ofMillis(300);
    private static final List<String> PAGES = List.of(
            "static-text.html",
            "hero-image.html",
            "hero-background.html",
            "hero-preloaded.html",
            "client-rendered.html",
            "font-swap.html",
            "replaced-lcp.html",
            "svg-text.html",
            "heavy.html",
            "many-resources.html");

    private ProxyComparison() {}

    static void run(int rounds) throws IOException {
        ChromiumOptions chromium = new ChromiumOptions(TestBrowser.chromium());
        Map<String, double[]> direct = new LinkedHashMap<>();
        Map<String, double[]> through = new LinkedHashMap<>();
        try (FixtureSite site = new FixtureSite();
                ProbeProxy proxy = BenchmarkPage.proxy();
                ProxySession proxySession = proxy.open(ProxySessionSettings.unthrottled());
                PlaywrightLoad straight = new PlaywrightLoad(chromium);
                PlaywrightLoad proxied = new PlaywrightLoad(chromium, proxySession.port())) {
            for (int round = -1; round < rounds; round++) {
                for (String page : PAGES) {
                    String url = site.url(page);
                    keep(direct, page, rounds, round, straight.largestPaint(url, SETTLE));
                    proxySession.begin(ProxySessionSettings.unthrottled());
                    keep(through, page, rounds, round, proxied.largestPaint(url, SETTLE));
                    proxySession.end();
                }
            }
        }
        BenchmarkPage.write("gateway-cost.md", page(direct, through, rounds));
    }

    /** The first round is a warm-up. */
    private static void keep(Map<String, double[]> all, String page, int rounds, int round, double value) {
        double[] values = all.computeIfAbsent(page, key -> new double[rounds]);
        if (round >= 0) {
            values[round] = value;
        }
    }

    private static String page(Map<String, double[]> direct, Map<String, double[]> through, int rounds) {
        StringBuilder page = new StringBuilder("""
                # Proxy overhead

                Written by `mvn -Pcost -Dexec.args=gateway`. LCP of fixture pages on the local machine, with a direct connection and through
                the unthrottled proxy, interleaved; medians of %d rounds after one warm-up round; %s. The target is 2 %%.
                The minimum of all rounds is least affected by other load on the machine. Chromium reports paint times in steps of
                4 ms, so the smallest difference on a page that paints after 24 ms is 17 %%. The target therefore applies to the sum of all pages.

                | page | direct, ms | proxy, ms | difference, ms | difference | direct, minimum | proxy, minimum | difference |
                |---|---:|---:|---:|---:|---:|---:|---:|
                """.formatted(rounds, BenchEnvironment.now()));
        direct.forEach(
                (name, values) -> page.append(line(name, new double[][] {values}, new double[][] {through.get(name)})));
        page.append(line("all", all(direct), all(through)));
        return page.toString();
    }

    private static double[][] all(Map<String, double[]> values) {
        return values.values().toArray(double[][]::new);
    }

    private static double sum(Statistic statistic, double[][] pages) {
        return Stream.of(pages).mapToDouble(statistic::of).sum();
    }

    private static String line(String name, double[][] direct, double[][] through) {
        double straight = sum(Statistic.MEDIAN, direct);
        double proxied = sum(Statistic.MEDIAN, through);
        double leastStraight = sum(Statistic.MIN, direct);
        double leastProxied = sum(Statistic.MIN, through);
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %+.1f | %+.1f %% | %.0f | %.0f | %+.1f %% |%n",
                name,
                straight,
                proxied,
                proxied - straight,
                (proxied / straight - 1) * 100,
                leastStraight,
                leastProxied,
                (leastProxied / leastStraight - 1) * 100);
    }
}
