package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The outbox and incidents in the real server: mail session, transactions, JSON. */
class MailLinkIT {

    private static final long PATIENCE_MILLIS = 90_000;

    private final TestServer product = TestServer.running();

    private void insert(String sql, Object... values) throws Exception {
        try (Connection connection = product.database().connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.executeUpdate();
        }
    }

    private JsonObject json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private List<MimeMessage> mailsTo(String recipient) {
        return Arrays.stream(product.mail().getReceivedMessagesForDomain(recipient))
                .toList();
    }

    @Nested
    class GivenANotificationInTheOutbox {

        private void post(String recipient) throws Exception {
            insert("""
                    INSERT INTO notification (id, incident_id, number, recipient, channel, kind, probe_id, probe_name, url,
                      location, run_id, occurred_at, headline, lines, created_at, next_attempt_at, attempts)
                    VALUES (?, ?, 1, ?, 'MAIL', 'FAILING', 'shop', 'Shöp', 'https://shop.example/', 'default', ?, now(),
                      'LCP 3.9 s > 2.5 s (3 of 3 runs)', 'line one', now(), now(), 0)""", UUID.randomUUID(), UUID.randomUUID(), recipient, UUID.randomUUID());
        }

        @Test
        void whenSomeSecondsPass_thenItIsDeliveredOnceThroughTheMailSession() throws Exception {
            post("team@letter-it.example");

            long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
            while (!json(product.get("/api/v1/outbox")).getJsonArray("items").isEmpty()
                    && System.nanoTime() < deadline) {
                Thread.sleep(200);
            }

            assertThat(json(product.get("/api/v1/outbox")).getJsonArray("missing"))
                    .isEmpty();
            List<MimeMessage> mails = mailsTo("letter-it.example");
            assertThat(mails).hasSize(1);
            assertThat(mails.get(0).getSubject())
                    .isEqualTo("[failing] Shöp: LCP 3.9 s > 2.5 s (3 of 3 runs) @ default");
            assertThat(mails.get(0).getFrom()[0]).hasToString("tidemark@example.org");
        }
    }

    @Nested
    class GivenAnOpenIncident {

        private final UUID id = UUID.randomUUID();

        private void open() throws Exception {
            insert("""
                    INSERT INTO incident (id, probe_id, probe_name, location, incident_type, state, worst_state, headline, change_count,
                      opened_at, opened_by_run)
                    VALUES (?, ?, 'Shop', 'default', 'BUDGET', 'FAILING', 'FAILING', 'LCP 3.9 s > 2.5 s', 1, now(), ?)""", id, "shop-" + id.toString().substring(0, 8), UUID.randomUUID());
        }

        @Test
        void whenOpenOnesAreListed_thenItIsAmongThem() throws Exception {
            open();

            JsonObject list = json(product.get("/api/v1/incidents?state=open&limit=500"));
            assertThat(list.getJsonArray("items").getValuesAs(JsonObject.class)).anySatisfy(one -> {
                assertThat(one.getString("id")).isEqualTo(id.toString());
                assertThat(one.getString("state")).isEqualTo("failing");
            });
        }

        @Test
        void whenItIsAcknowledged_thenTheNameIsRecorded() throws Exception {
            open();

            JsonObject answer = json(product.post(
                    "/api/v1/incidents/" + id + "/acknowledgement",
                    "{\"by\":\"Ada\",\"until\":\"2126-01-01T00:00:00Z\"}"));
            assertThat(answer.getJsonObject("acknowledgement").getString("by")).isEqualTo("Ada");
            JsonObject incident = json(product.get("/api/v1/incidents/" + id));
            assertThat(incident.getJsonArray("evaluations")).isEmpty();
            assertThat(incident.getJsonArray("remarks").getValuesAs(JsonObject.class))
                    .singleElement()
                    .satisfies(
                            remark -> assertThat(remark.getString("line"))
                                    .isEqualTo(
                                            "Acknowledged by Ada until 1 January 2126, 00:00 UTC. Reminders and escalation are paused."));
        }

        @Test
        void whenThePathOrTheStateIsInvalid_thenAProblemIsReturned() throws Exception {
            assertThat(product.get("/api/v1/incidents/none").statusCode()).isEqualTo(404);
            assertThat(product.get("/api/v1/incidents?state=odd").body())
                    .contains("/state", "Unknown value", "Valid values: open, resolved.");
        }
    }
}
