package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.reader.BudgetPreset;
import dev.tidemark.config.reader.BudgetPresets;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricCatalog;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.platform.url.WebUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every metric of the budget presets is measured, and byte sums are exact. */
@Tag("browser")
class MetricSupplyIT {

    private static final String STYLE = "h1{color:#123}/*\u00e4*/";
    private static final String SCRIPT = "window.ready = 1;";
    private static final String PAGE = """
            <!doctype html><html><head><title>Supply</title><link rel="icon" href="data:,"><link rel=stylesheet href=/a.css>
            <style>%s</style><script>%s</script><script src=/a.js></script><script type=module>%2$s</script>
            <script type="application/ld+json">{"not": "run"}</script></head>
            <body><h1>Supply</h1><style>p{color:red}</style><script>1</script><button id=b>Press</button><img alt="" src=/i.png></body></html>
            """.formatted(STYLE, SCRIPT);

    /** Only for https pages and for pages with a host name. */
    private static final Set<String> OF_OTHER_PAGES = Set.of("TLS", "DNS");

    private static TestBrowserProber prober;
    private static SampleResult sample;
    private static long documents;
    private static long scripts;
    private static long styles;
    private static Set<String> told;

    @BeforeAll
    static void load() throws IOException {
        prober = new TestBrowserProber(true);
        String page = RawHttpServer.response("200 OK", "text/html; charset=utf-8", PAGE);
        String script = RawHttpServer.response("200 OK", "text/javascript", "document.title = 'Loaded'");
        String style = RawHttpServer.response("200 OK", "text/css", "body{margin:9px}");
        documents = page.getBytes(StandardCharsets.UTF_8).length;
        scripts = script.length();
        styles = style.length();
        prober.server.at("/a.js", client -> RawHttpServer.write(client, script));
        prober.server.at("/a.css", client -> RawHttpServer.write(client, style));
        prober.server.at(
                "/i.png",
                client -> RawHttpServer.write(client, RawHttpServer.response("200 OK", "image/png", "no png")));
        WebUrl url = WebUrl.parse(prober.server.at("/supply", client -> RawHttpServer.write(client, page)));
        RunResult run = prober.run(
                new Target.PageTarget(url, List.of(new Step.Click("#b"))),
                TestBrowserProber.visit(Duration.ofSeconds(20)));
        sample = run.samples().get(0);
        told = Stream.concat(
                        Stream.concat(run.medians().stream(), sample.measurements().stream())
                                .map(Measurement::metric),
                        Stream.concat(run.absent().stream(), sample.absent().stream())
                                .map(one -> one.metric()))
                .map(Metric::code)
                .collect(Collectors.toSet());
    }

    @AfterAll
    static void stop() throws IOException {
        prober.close();
    }

    private static double value(String metric) {
        return sample.measurements().find(Metric.of(metric)).orElseThrow().value();
    }

    /** Whether no page load has the metric: it belongs to HTTP checks or to outcomes. */
    private static boolean isNotOfPages(Metric metric) {
        return MetricCatalog.isServerMetric(metric)
                || metric.isOutcomeBased()
                || Set.of("STATUS", "CERTIFICATE_DAYS", "DURATION").contains(metric.code());
    }

    @Nested
    class GivenAPageWithAClickAndAFilmstrip {

        @Test
        void whenItIsMeasured_thenEveryMetricOfThePresetsHasAValueOrAReason() {
            Set<String> budgeted = BudgetPresets.all().stream()
                    .flatMap(MetricSupplyIT::limits)
                    .map(Limit::metric)
                    .filter(metric -> !isNotOfPages(metric))
                    .map(Metric::code)
                    .collect(Collectors.toSet());

            assertThat(told).containsAll(budgeted);
        }

        @Test
        void whenItIsMeasured_thenEveryCataloguedMetricHasAValueOrAReason() {
            Set<String> all = MetricCatalog.all().stream()
                    .filter(metric -> !isNotOfPages(metric))
                    .map(Metric::code)
                    .filter(code -> !OF_OTHER_PAGES.contains(code))
                    .collect(Collectors.toSet());

            assertThat(told).containsAll(all);
        }

        @Test
        void whenItIsMeasured_thenTheInitialBytesAreThoseOfDocumentScriptsAndStyles() {
            assertThat(value("BYTES_INITIAL")).isEqualTo(documents + scripts + styles);
            assertThat(value("REQUESTS_INITIAL")).isEqualTo(3);
            assertThat(value("BYTES")).isGreaterThan(value("BYTES_INITIAL"));
        }

        @Test
        void whenItIsMeasured_thenTheInlinedBytesAreThoseOfTheHead() {
            assertThat(value("BYTES_INLINE"))
                    .isEqualTo(STYLE.getBytes(StandardCharsets.UTF_8).length + 2 * SCRIPT.length());
        }
    }

    private static Stream<Limit> limits(BudgetPreset preset) {
        return Stream.concat(preset.budgets().stream(), preset.targets().stream());
    }
}
