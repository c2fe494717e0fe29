package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The whole way: a page in a real browser, a limit, an incident, a mail at a real SMTP server. */
class AlertIT {

    private static final long PATIENCE_SECONDS = 180;
    private static final String RECIPIENT = "team@alert-it.example";

    private final Product product = Product.running();

    private String probe(int bound) {
        return """
                {"id": "alert-it", "name": "Calibration, judged", "url": "%s", "every": "P1D", "samples": 1,
                 "profile": "unthrottled", "notify": ["%s"],
                 "budgets": [{"metric": "LCP", "statistic": "median", "max": %d, "severity": "critical",
                              "breaches": 1, "of": 1}]}""".formatted(product.at("/calibration/"), RECIPIENT, bound);
    }

    private JsonObject runNow() throws Exception {
        HttpResponse<String> accepted = product.post("/api/v1/probes/alert-it/runs", "");
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String id = json(accepted).getString("id");
        assertThat(accepted.headers().firstValue("Location"))
                .hasValue(product.at("/api/v1/runs/" + id).toString());
        return ended(id);
    }

    private JsonObject ended(String id) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        JsonObject run;
        do {
            HttpResponse<String> answer = product.get("/api/v1/runs/" + id + "?wait=PT60S");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            run = json(answer);
        } while (!run.getString("state").equals("ended") && System.nanoTime() < deadline);
        return run;
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private void change(int bound) throws Exception {
        String etag = product.get("/api/v1/probes/alert-it")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        HttpResponse<String> answer = product.send(product.request("/api/v1/probes/alert-it")
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(HttpRequest.BodyPublishers.ofString(probe(bound)))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private List<String> subjectsOnceThereAre(int number) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        List<String> subjects = subjects();
        while (subjects.size() < number && System.nanoTime() < deadline) {
            Thread.sleep(500);
            subjects = subjects();
        }
        return subjects;
    }

    private List<String> subjects() throws MessagingException {
        MimeMessage[] mails = product.mail().getReceivedMessagesForDomain("alert-it.example");
        return Arrays.stream(mails).map(AlertIT::subject).toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Nested
    class GivenAProbeWhoseLimitCannotBeKept {

        @Test
        void whenItRunsAndTheLimitIsThenRaised_thenOneMailTellsOfEach() throws Exception {
            assertThat(product.post("/api/v1/probes", probe(1)).statusCode()).isEqualTo(201);

            JsonObject run = runNow();
            assertThat(run.getString("outcome", "")).as(run.toString()).isEqualTo("OK");
            assertThat(run.getJsonObject("measurements")).containsKeys("FCP", "LCP", "CLS", "TTI", "TTFB");
            assertThat(subjectsOnceThereAre(1))
                    .singleElement()
                    .asString()
                    .startsWith("[failing] Calibration, judged: LCP ")
                    .endsWith(" > 1 ms (1 of 1 runs) @ default");

            runNow();
            change(60_000);
            runNow();
            assertThat(subjectsOnceThereAre(2))
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("[recovered] Calibration, judged: all limits kept after ");
        }
    }
}
