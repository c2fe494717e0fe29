package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import dev.tidemark.it.TestBrowser;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.prober.host.LoadPermits;
import dev.tidemark.prober.proxy.ProbeProxy;
import dev.tidemark.prober.proxy.ProxySession;
import dev.tidemark.prober.proxy.ProxySessionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In Chromium a page cannot close itself unless a script opened it, so another session closes it here. */
@Tag("browser")
class ClosedPageIT {

    private final Clock clock = Clock.systemUTC();
    private RawHttpServer server;
    private ProbeProxy proxy;
    private ProxySession proxySession;
    private BrowserProcess browser;

    @BeforeEach
    void start() throws IOException {
        Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "closed");
        server = new RawHttpServer();
        proxy = BenchmarkPage.proxy();
        proxySession = proxy.open(ProxySessionSettings.unthrottled());
        browser = BrowserProcess.launch(new ChromiumOptions(TestBrowser.chromium()), data, proxySession.port());
    }

    @AfterEach
    void stop() throws IOException {
        browser.close();
        proxySession.close();
        proxy.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whenAPageIsClosedDuringObservation_thenTheOutcomeStatesItAndMetricsAreKept(boolean withSteps) {
        String url = server.page("/closed", "<h1>Closed soon</h1>");
        List<Step> steps = withSteps ? List.of(new Step.Click("h1")) : List.of();
        PageLoad visit = new PageLoad(browser, SampleTaker.probe(url, steps), proxySession, clock);
        try (LoadPermits.LoadPermit turn = new LoadPermits(1).acquire()) {
            visit.run(turn, this::closeWhenObserved);
        }

        SampleResult sample = new PageLoadResult(visit, proxySession).of(clock.instant(), Duration.ofSeconds(1));
        assertThat(sample.outcome().kind()).as(sample.toString()).isEqualTo(OutcomeType.PAGE_CLOSED);
        assertThat(sample.measurements().find(Metric.LCP)).isPresent();
    }

    private void closeWhenObserved(String phase) {
        if (phase.equals("observing")) {
            CDPSession other = browser.browser().newBrowserCDPSession();
            other.send("Target.getTargets").getAsJsonArray("targetInfos").asList().stream()
                    .map(JsonElement::getAsJsonObject)
                    .filter(target -> target.get("url").getAsString().endsWith("/closed"))
                    .forEach(target -> close(other, target.get("targetId")));
            other.detach();
        }
    }

    private static void close(CDPSession other, JsonElement id) {
        JsonObject target = new JsonObject();
        target.add("targetId", id);
        other.send("Target.closeTarget", target);
    }
}
