package dev.tidemark.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.it.TestServer;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.storage.run.HistoryFixture;
import dev.tidemark.web.dashboard.TestVisitor.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The budgets that every installation starts with, applied to pages that are as large as they become. */
class OwnBudgetIT {

    private static final TestServer PRODUCT = TestServer.running();
    /** The largest filmstrip frame of the calibration page, rounded up. */
    private static final int FRAME_BYTES = 5_000;

    private static final String TRANSFERRED = """
            () => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
                .reduce((sum, one) => sum + one.transferSize, 0)""";

    /** Thumbnails load lazily, but all thirty are near enough to the viewport. */
    private static final String LOADED =
            "() => performance.getEntriesByType('resource').filter(one => one.name.includes('/filmstrip/')).length === 30";

    private static double maximumBytes() throws IOException {
        String yaml = Files.readString(Path.of("probes", "tidemark.yaml"));
        Probe probe =
                DefinitionReader.yaml("tidemark.yaml", yaml, new VariableSubstitution(name -> Optional.of("1")))
                        .probes()
                        .stream()
                        .filter(one -> one.id().slug().equals("tidemark-probe"))
                        .findFirst()
                        .orElseThrow();
        return probe.strictestMaximum(Metric.of("BYTES")).orElseThrow();
    }

    @Nested
    class GivenAProbeWithMoreRunsThanItsPageShows {

        @Test
        void whenItsPageIsOpened_thenItStaysWithinTheBudgetOfEveryInstallation() throws Exception {
            PRODUCT.post("/api/v1/probes", """
                    {"id":"own-budget","url":"http://127.0.0.1:9/","every":"PT1M","enabled":false}""");
            byte[] frame = new byte[FRAME_BYTES];
            new Random(1).nextBytes(frame);
            try (HistoryFixture fixture = HistoryFixture.over(PRODUCT.database())) {
                for (int i = 0; i < 40; i++) {
                    Instant at = Instant.now().minus(Duration.ofMinutes(40 - i));
                    fixture.history()
                            .record(
                                    fixture.started(HistoryFixture.slot(new ProbeId("own-budget"), at)),
                                    HistoryFixture.result(HistoryFixture.good("LCP", 300 + i, "BYTES", 100_000)
                                            .withArtifacts(List.of(new Artifact(
                                                    Artifact.ArtifactType.FRAME, 1, 0, "image/jpeg", frame)))),
                                    at.plusSeconds(5));
                }
            }
            TestVisitor visitor = TestVisitor.shared();
            visitor.open("/probes/own-budget", Look.LIGHT_DESKTOP);
            visitor.page().waitForFunction(LOADED);

            assertThat(visitor.page().locator("td.thumb img").count()).isEqualTo(30);
            assertThat(((Number) visitor.page().evaluate(TRANSFERRED)).doubleValue())
                    .isBetween(100_000.0, maximumBytes());
        }
    }
}
