package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** End to end: a page in a real browser, a limit, an incident, an e-mail at a real SMTP server. */
class IncidentNotificationIT {

    private static final long PATIENCE_SECONDS = 180;
    private static final String RECIPIENT = "team@alert-it.example";

    private final TestServer product = TestServer.running();

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
        return Arrays.stream(mails).map(IncidentNotificationIT::subject).toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens and submits the signed links of an e-mail. */
    private void theMailCanBeAnsweredWithoutALogin() throws Exception {
        MimeMessage mail = product.mail().getReceivedMessagesForDomain("alert-it.example")[0];
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("Content-Type: image/png")
                .contains("Content-ID: <chart@tidemark>");
        String header = mail.getHeader("List-Unsubscribe")[0];
        String link = header.substring(header.indexOf('<') + 1, header.indexOf('>'));
        String path = link.substring(link.indexOf("/letters/"));

        assertThat(stranger(path, "")).contains("Unsubscribe " + RECIPIENT);
        assertThat(stranger(path, "List-Unsubscribe=One-Click")).contains(RECIPIENT + " is unsubscribed");
        assertThat(product.get("/api/v1/recipients").body()).contains(RECIPIENT);
        assertThat(stranger(path, "undo=true")).contains("Unsubscribe " + RECIPIENT);
        assertThat(product.get("/api/v1/recipients").body()).doesNotContain(RECIPIENT);
        assertThat(product.get("/api/v1/audit?object=recipient/" + RECIPIENT).body())
                .contains("\"action\":\"unsubscribe\"", "\"action\":\"subscribe\"", "\"channel\":\"mail\"")
                .contains("\"actorKind\":\"link\",\"actor\":\"" + RECIPIENT);
    }

    /** A request without authentication; GET if the body is empty, else POST. */
    private String stranger(String path, String form) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(product.at(path));
        HttpRequest asked = form.isEmpty()
                ? request.GET().build()
                : request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        HttpResponse<String> answer = product.send(asked);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Nested
    class GivenAnAdmin {

        @Test
        void whenMaintenanceIsScheduled_thenThePageAndTheApiShowIt() throws Exception {
            String window = "{\"id\": \"alert-it-move\", \"probes\": [\"nobody\"], \"start\": \"02:00\","
                    + " \"length\": \"PT2H\", \"zone\": \"Europe/Berlin\", \"weekdays\": [\"sunday\"]}";
            HttpResponse<String> made = product.post("/api/v1/maintenance", window);

            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            assertThat(product.get("/maintenance").body()).contains("every Sunday at 02:00 for 2 h (Europe/Berlin)");
            assertThat(product.get("/api/v1/maintenance/times").body()).contains("alert-it-move");
            assertThat(product.get("/settings").body()).contains("Send test");
        }

        @Test
        void whenAChannelIsTested_thenTheResultIsShownAndTheEmailArrives() throws Exception {
            HttpResponse<String> tried = product.post("/api/v1/outbox/tests", "{\"to\": \"try@alert-try.example\"}");

            assertThat(tried.statusCode()).as(tried.body()).isEqualTo(200);
            assertThat(json(tried).getBoolean("delivered")).as(tried.body()).isTrue();
            assertThat(product.mail().getReceivedMessagesForDomain("alert-try.example"))
                    .hasSize(1);
        }
    }

    @Nested
    class GivenAProbeOverBudget {

        @Test
        void whenItRunsAndTheLimitIsThenRaised_thenEachChangeSendsOneEmail() throws Exception {
            assertThat(product.post("/api/v1/probes", probe(1)).statusCode()).isEqualTo(201);

            JsonObject run = runNow();
            assertThat(run.getString("outcome", "")).as(run.toString()).isEqualTo("OK");
            assertThat(run.getJsonObject("measurements")).containsKeys("FCP", "LCP", "CLS", "TTI", "TTFB");
            assertThat(subjectsOnceThereAre(1))
                    .singleElement()
                    .asString()
                    .startsWith("[failing] Calibration, judged: LCP ")
                    .endsWith(" > 1 ms (1 of 1 run) @ default");

            theMailCanBeAnsweredWithoutALogin();

            runNow();
            change(60_000);
            runNow();
            assertThat(subjectsOnceThereAre(2))
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("[recovered] Calibration, judged: all limits within budget after ");
        }
    }
}
