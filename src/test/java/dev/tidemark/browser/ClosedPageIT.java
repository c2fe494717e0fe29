package dev.tidemark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.gateway.Gateway;
import dev.tidemark.gateway.Passage;
import dev.tidemark.gateway.PassageSettings;
import dev.tidemark.it.TestBrowser;
import dev.tidemark.machine.LoadTurns;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.OutcomeKind;
import dev.tidemark.observation.SampleResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Chromium lets no page close itself that nobody opened by script; so here somebody else closes it. */
@Tag("laboratory")
class ClosedPageIT {

    private final Clock clock = Clock.systemUTC();
    private OddServer server;
    private Gateway gateway;
    private Passage passage;
    private BrowserProcess browser;

    @BeforeEach
    void start() throws IOException {
        Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "closed");
        server = new OddServer();
        gateway = Manual.gateway();
        passage = gateway.open(PassageSettings.plain());
        browser = BrowserProcess.launch(new Chromium(TestBrowser.chromium()), data, passage.port());
    }

    @AfterEach
    void stop() throws IOException {
        browser.close();
        passage.close();
        gateway.close();
        server.close();
    }

    @Test
    void whenAPageIsClosedWhileItIsLookedAt_thenThatIsItsClassAndItsNumbersStay() {
        String url = server.page("/closed", "<h1>Closed soon</h1>");
        Visit visit = new Visit(browser, CheckedLoad.probe(url), passage, clock);
        try (LoadTurns.Turn turn = new LoadTurns(1).take()) {
            visit.run(turn, this::closeWhenObserved);
        }

        SampleResult sample = new VisitResult(visit, passage).of(clock.instant(), Duration.ofSeconds(1));
        assertThat(sample.outcome().kind()).as(sample.toString()).isEqualTo(OutcomeKind.PAGE_CLOSED);
        assertThat(sample.measurements().find(Metric.LCP)).isPresent();
    }

    private void closeWhenObserved(String phase) {
        if (phase.equals("observing")) {
            browser.browser().contexts().stream()
                    .flatMap(context -> context.pages().stream())
                    .toList()
                    .forEach(page -> page.close());
        }
    }
}
