package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.probe.TestPageLoadSettings;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.SampleWarning;
import dev.tidemark.platform.url.WebUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers with invalid, self-signed certificates. */
@Tag("browser")
class CertificatesIT {

    private static final String PAGE = "<h1>Secured</h1><script src=http://unknown.example:PORT/plain.js></script>";

    @TempDir
    private static Path folder;

    private static TestBrowserProber prober;

    @BeforeAll
    static void start() throws IOException {
        prober = new TestBrowserProber(false);
    }

    @AfterAll
    static void stop() throws IOException {
        prober.close();
    }

    private static SampleResult load(RawHttpServer server, boolean acceptInvalid) {
        String plain = prober.server.at(
                "/plain.js",
                client -> RawHttpServer.write(client, RawHttpServer.response("200 OK", "text/javascript", "1")));
        String port = String.valueOf(WebUrl.parse(plain).port());
        WebUrl url = WebUrl.parse(server.page("/secured", PAGE.replace("PORT", port)));
        PageLoadSettings visit = new TestPageLoadSettings()
                .knownHost()
                .acceptInvalidCertificates(acceptInvalid)
                .within(20);
        return prober.run(new Target.PageTarget(url, List.of()), visit)
                .samples()
                .get(0);
    }

    @Nested
    class GivenACertificateThatExpiredTenDaysAgo {

        @Test
        void thenItIsATlsErrorUnlessTheProbeAcceptsIt() throws Exception {
            try (RawHttpServer server = RawHttpServer.secure(InvalidCertificate.expired(folder))) {
                thenItIsATlsErrorUnlessAccepted(server);
            }
        }
    }

    @Nested
    class GivenACertificateForAnotherName {

        @Test
        void thenItIsATlsErrorUnlessTheProbeAcceptsIt() throws Exception {
            try (RawHttpServer server = RawHttpServer.secure(InvalidCertificate.forAnotherName(folder))) {
                thenItIsATlsErrorUnlessAccepted(server);
            }
        }
    }

    private static void thenItIsATlsErrorUnlessAccepted(RawHttpServer server) {
        SampleResult refused = load(server, false);
        SampleResult accepted = load(server, true);

        assertThat(refused.outcome().kind()).as(refused.toString()).isEqualTo(OutcomeType.TLS_ERROR);
        assertThat(refused.outcome().detail()).startsWith("net::ERR_CERT_");
        assertThat(accepted.outcome().kind()).as(accepted.toString()).isEqualTo(OutcomeType.OK);
        assertThat(accepted.measurements().find(Metric.of("TLS"))).isPresent();
    }

    @Nested
    class GivenAnHttpsPageWithAnHttpScript {

        @Test
        void thenItWarnsOfMixedContentAndMarksTheRequest() throws Exception {
            try (RawHttpServer server = RawHttpServer.secure(folder)) {
                SampleResult sample = load(server, true);

                assertThat(sample.outcome().kind()).as(sample.toString()).isEqualTo(OutcomeType.OK);
                assertThat(sample.warnings()).contains(SampleWarning.MIXED_CONTENT);
                assertThat(sample.page().requests())
                        .extracting(one -> one.url())
                        .anyMatch(url -> url.endsWith("/plain.js"));
            }
        }
    }
}
