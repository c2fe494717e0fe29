package dev.tidemark.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tidemark.it.TestServer;
import dev.tidemark.web.dashboard.TestVisitor.Look;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A digest of a page that was loaded in a real browser: as an e-mail on an SMTP server, and as a page. */
class DigestIT {
    private static final String LIST = "digest-it";
    private static final String DOMAIN = "digest-it.example";
    private static final String WORD = "wide".repeat(20);
    private static final String NAME = "<b>Calibration</b> " + WORD;
    private static final long PATIENCE_NANOS = Duration.ofMinutes(4).toNanos();
    private static final TestServer PRODUCT = TestServer.running();

    private static TestVisitor visitor;

    @BeforeAll
    static void measure() throws Exception {
        list(LIST, "team@" + DOMAIN);
        String limit = """
                [{"metric": "LCP", "statistic": "median", "max": 1, "severity": "critical", "breaches": 1, "of": 1}]""";
        String probe = Json.createObjectBuilder()
                .add("id", LIST)
                .add("name", NAME)
                .add("url", PRODUCT.at("/calibration/").toString())
                .add("every", "P1D")
                .add("samples", 1)
                .add("profile", "unthrottled")
                .add("notify", Json.createArrayBuilder().add("list:" + LIST))
                .add("budgets", Json.createReader(new StringReader(limit)).readArray())
                .build()
                .toString();
        assertThat(PRODUCT.post("/api/v1/probes", probe).statusCode()).isEqualTo(201);
        String run = json(PRODUCT.post("/api/v1/probes/" + LIST + "/runs", "")).getString("id");
        PRODUCT.post("/api/v1/markers", "{\"title\": \"v1.4.2 " + WORD + "\", \"probe\": \"digest-it\"}");
        await(() -> "ended"
                .equals(json(PRODUCT.get("/api/v1/runs/" + run + "?wait=PT60S")).getString("state")));
        await(() -> PRODUCT.get("/api/v1/incidents?state=open&limit=500").body().contains("\"digest-it\""));
        visitor = TestVisitor.shared();
    }

    private static void list(String id, String member) throws Exception {
        HttpResponse<String> answer = PRODUCT.send(PRODUCT.request("/api/v1/recipients/" + id)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"name\": \"Team " + WORD + "\", \"members\": [\"" + member + "\"], \"digest\": \"weekly\"}"))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.holds() && System.nanoTime() < deadline) {
            Thread.sleep(200);
        }
        assertThat(condition.holds()).isTrue();
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    static Stream<Arguments> pages() {
        return PageAssertions.inEveryLook(
                List.of(arguments("digest", "/recipients/" + LIST + "/digest", "Pages, worst first")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void givenAnyDisplayMode_whenTheDigestIsOpened_thenThereAreNoErrors(
            String name, String path, String content, Look look) {
        PageAssertions.check(visitor, name, path, content, look);

        assertThat(visitor.page().innerText("main")).contains("<b>Calibration</b>", "Open incidents", "v1.4.2");
        assertThat(visitor.page().evaluate("() => [...document.images].every(one => one.naturalWidth > 0)"))
                .isEqualTo(true);
        visitor.page().setViewportSize(320, 640);
        visitor.page()
                .evaluate(
                        "text => document.querySelectorAll('main td .good, main td .fair, main td .poor')"
                                + ".forEach(rating => rating.textContent = text)",
                        "needs improvement");
        assertThat(visitor.overflow()).as("pixels wider than a small phone").isZero();
    }

    @Nested
    class GivenADigestOnDemand {

        private Optional<MimeMessage> arrived() throws MessagingException {
            for (MimeMessage mail : PRODUCT.mail().getReceivedMessagesForDomain(DOMAIN)) {
                if (mail.getSubject().startsWith("[digest]")) {
                    return Optional.of(mail);
                }
            }
            return Optional.empty();
        }

        @Test
        void whenItArrives_thenItHasBothPartsAndAllImages() throws Exception {
            HttpResponse<String> answer = PRODUCT.post("/api/v1/recipients/" + LIST + "/digest", "");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(json(answer).getJsonArray("recipients").getString(0)).isEqualTo("team@" + DOMAIN);
            await(() -> arrived().isPresent());
            MimeMessage mail = arrived().orElseThrow();

            assertThat(mail.getSubject())
                    .startsWith("[digest] Team")
                    .contains(": 1 failing – week of ")
                    .isEqualTo(json(answer).getString("subject"));
            assertThat(mail.getHeader("List-Unsubscribe")[0]).contains("/letters/unsubscribe?token=");
            assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
            assertThat(mail.getHeader("List-Id")[0]).startsWith("<digest-it.tidemark.");
            assertThat(mail.getAllRecipients()).hasSize(1);
            MimeMultipart both = (MimeMultipart) mail.getContent();
            assertThat((String) both.getBodyPart(0).getContent())
                    .contains(
                            "Open incidents",
                            NAME + ": LCP",
                            " runs failed (0 %)",
                            "deploy \"v1.4.2",
                            "Unsubscribe: http");
            isWhole((MimeMultipart) both.getBodyPart(1).getContent());
        }

        private void isWhole(MimeMultipart related) throws Exception {
            Set<String> shown = new HashSet<>();
            Pattern.compile("src=\"cid:([^\"]+)\"")
                    .matcher((String) related.getBodyPart(0).getContent())
                    .results()
                    .forEach(one -> shown.add("<" + one.group(1) + ">"));
            Set<String> brought = new HashSet<>();
            for (int i = 1; i < related.getCount(); i++) {
                BodyPart picture = related.getBodyPart(i);
                assertThat(picture.getContentType()).startsWith("image/png");
                assertThat(Arrays.copyOf(picture.getInputStream().readAllBytes(), 4))
                        .containsExactly(0x89, 'P', 'N', 'G');
                brought.add(picture.getHeader("Content-ID")[0]);
            }
            assertThat(shown).isNotEmpty().isEqualTo(brought);
        }

        @Test
        void whenTheGroupIsUnknownOrHasNoSubscribers_thenThatIsReported() throws Exception {
            assertThat(PRODUCT.post("/api/v1/recipients/digest-nobody/digest", "")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(PRODUCT.get("/recipients/digest-nobody/digest").statusCode())
                    .isEqualTo(404);
        }
    }

    @Nested
    class GivenTheContactsPage {

        @Test
        void whenADigestIsSentByTheButton_thenThePageShowsTheResult() throws Exception {
            list("digest-button", "team@digest-button.example");
            visitor.open("/recipients", Look.LIGHT_PHONE);
            assertThat(visitor.overflow()).isZero();
            HttpResponse<String> sent = PRODUCT.send(PRODUCT.request("/actions/digest")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("list=digest-button"))
                    .build());

            assertThat(sent.statusCode()).isEqualTo(303);
            assertThat(PRODUCT.get(sent.headers().firstValue("Location").orElseThrow())
                            .body())
                    .contains("Digest queued for 1 member: [digest] Team", "/recipients/digest-button/digest");
        }
    }
}
