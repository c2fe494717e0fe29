package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.probe.Target;
import dev.tidemark.model.probe.TestPageLoadSettings;
import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.platform.url.WebUrl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests pending at the end of a sample are aborted by Tidemark and do not count as failed. */
@Tag("browser")
class OpenRequestIT {

    /** Such a page is always observed up to its time limit. */
    private static final int LIMIT_SECONDS = 10;

    private static TestBrowserProber prober;

    @BeforeAll
    static void start() throws IOException {
        prober = new TestBrowserProber(false);
        prober.server.at("/never", client -> Thread.sleep(60_000));
    }

    @AfterAll
    static void stop() throws IOException {
        prober.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givenAPageWithAPendingRequest_thenItsHarFileContainsTheRequestWithoutError(boolean loadedAgain)
            throws IOException {
        WebUrl url = WebUrl.parse(prober.server.page("/waits", "<h1>Waits</h1><script>fetch('/never')</script>"));

        SampleResult sample = prober.run(
                        new Target.PageTarget(url, List.of()),
                        new TestPageLoadSettings().repeatView(loadedAgain).within(LIMIT_SECONDS))
                .samples()
                .get(0);

        assertThat(sample.outcome().kind()).as(sample.toString()).isEqualTo(OutcomeType.OK);
        assertThat(har(sample)).contains("/never").doesNotContain("_error");
    }

    private static String har(SampleResult sample) throws IOException {
        Artifact file = sample.artifacts().stream()
                .filter(one -> one.kind() == Artifact.ArtifactType.HAR)
                .findFirst()
                .orElseThrow();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file.content()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
