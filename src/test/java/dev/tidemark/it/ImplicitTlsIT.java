package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alerting.delivery.ScriptedMailServer;
import dev.tidemark.alerting.delivery.SelfSignedCertificate;
import dev.tidemark.launcher.server.Tidemark;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose mail server expects TLS from the start, as on port 465. */
class ImplicitTlsIT {

    @Nested
    class GivenAMailServerThatBeginsWithTls {

        @Test
        void whenATestIsSent_thenItIsDelivered(@TempDir Path folder) throws Exception {
            SelfSignedCertificate certificate = SelfSignedCertificate.make(folder);
            Path trusted = certificate.trustStore(folder.resolve("trusted.p12"));
            try (ScriptedMailServer mail = ScriptedMailServer.withImplicitTls(certificate.forServer());
                    Tidemark tidemark = TestServer.another(
                            "tls",
                            Map.of(
                                    "TIDEMARK_SMTP_HOST",
                                    "localhost",
                                    "TIDEMARK_SMTP_PORT",
                                    String.valueOf(mail.port()),
                                    "TIDEMARK_SMTP_IMPLICIT_TLS",
                                    "true",
                                    "TIDEMARK_JAVA_OPTS",
                                    "-Xms64m -Xmx512m -Djavax.net.ssl.trustStore=" + trusted
                                            + " -Djavax.net.ssl.trustStorePassword=changeit"))) {
                HttpResponse<String> answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(tidemark.address()).resolve("/api/v1/outbox/tests"))
                                        .header("Authorization", "Bearer " + TestServer.TOKEN)
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString("{\"to\":\"team@shop.example\"}"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());

                assertThat(answer.body()).contains("Accepted by mail server localhost.");
                assertThat(mail.acknowledged()).singleElement().asString().contains("Subject: [test] Tidemark");
            }
        }
    }
}
