package dev.tidemark.reporting.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.tidemark.it.TestBrowser;
import dev.tidemark.it.TestServer;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.storage.run.HistoryFixture;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Two e-mails as a mail program renders them, from runs that the product evaluates, through a real SMTP server. Screenshots:
 * {@code target/screenshots}: {@code mail-failing.png}, {@code mail-grouped.png}.
 */
class MailPicturesIT {

    private static final long PATIENCE_SECONDS = 300;
    private static final int WIDTH = 600;
    private static final int RUNS = 48;
    private static final Duration EVERY = Duration.ofMinutes(30);
    private static final List<String> PAGES = List.of("Home page", "Search", "Product", "Basket", "Checkout");

    private final TestServer product = TestServer.running();
    private final Instant last = Instant.now().minus(Duration.ofMinutes(2));
    private final Random random = new Random(7);

    /** Creates a paused probe, which has only the runs recorded here. */
    private void probe(String page, String recipients) throws Exception {
        String json = """
                {"id": "%s", "name": "Shop: %s", "url": "https://shop.example/%s", "every": "P31D", "enabled": false, "tags": ["mail-pictures"],
                 "notify": [%s], "budgets": [{"metric": "LCP", "max": 2500, "severity": "critical", "breaches": 3, "of": 3}]}""".formatted(id(page), page, page.equals("Home page") ? "" : page.toLowerCase(), recipients);
        assertThat(product.post("/api/v1/probes", json).statusCode()).isEqualTo(201);
    }

    private static ProbeId id(String page) {
        return new ProbeId("mail-pictures-" + page.toLowerCase().replace(' ', '-'));
    }

    /** Runs of 24 hours, of which the last three are slow; those have just ended, and are not evaluated yet. */
    private void runs(HistoryFixture history, int run) {
        Instant plannedAt = last.minus(EVERY.multipliedBy(RUNS - run));
        for (String page : PAGES) {
            double usual = 1_900 + 90 * PAGES.indexOf(page) + 80 * random.nextGaussian();
            double lcp = run > RUNS - 3 ? usual * 1.9 : usual;
            history.recorded(HistoryFixture.slot(id(page), plannedAt), "LCP", lcp, "FCP", lcp * 0.6);
        }
    }

    /** The first e-mail to a domain whose subject contains a text. */
    private MimeMessage mail(String domain, String words) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        Optional<MimeMessage> found = find(domain, words);
        while (found.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(500);
            found = find(domain, words);
        }
        return found.orElseThrow(() -> new AssertionError("no mail to " + domain + " says " + words));
    }

    private Optional<MimeMessage> find(String domain, String words) throws MessagingException {
        for (MimeMessage mail : product.mail().getReceivedMessagesForDomain(domain)) {
            if (mail.getSubject().contains(words)) {
                return Optional.of(mail);
            }
        }
        return Optional.empty();
    }

    /** The HTML as a mail program shows it: the last alternative, with embedded images. */
    private static String shown(MimeMessage mail) throws MessagingException, IOException {
        Multipart alternatives = (Multipart) mail.getContent();
        BodyPart best = alternatives.getBodyPart(1);
        if (best.getContent() instanceof String html) {
            return html;
        }
        Multipart related = (Multipart) best.getContent();
        String image = Base64.getEncoder()
                .encodeToString(related.getBodyPart(1).getInputStream().readAllBytes());
        String html = (String) related.getBodyPart(0).getContent();
        assertThat(html).contains("cid:chart@tidemark");
        return html.replace("cid:chart@tidemark", "data:image/png;base64," + image);
    }

    private static void photograph(Browser browser, String name, String html) {
        try (Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(WIDTH, 100))) {
            page.setContent(html);
            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .as("the mail is as wide as the window")
                    .isEqualTo(WIDTH);
            assertThat(page.evaluate(
                            "() => [...document.images].every(one => one.naturalWidth === 2 * one.clientWidth)"))
                    .as("pictures have two dots for each pixel")
                    .isEqualTo(true);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", name + ".png")));
        }
    }

    @Nested
    class GivenAShopThatGetsSlowAfterADeploy {

        @Test
        void whenItsEmailsAreShown_thenOneIsAboutItsPageAndOneAboutAllWithTheirCause() throws Exception {
            for (String page : PAGES) {
                boolean home = page.equals(PAGES.get(0));
                probe(page, "\"team@mail-grouped.example\"" + (home ? ", \"anna@mail-failing.example\"" : ""));
            }
            String deploy = "{\"title\": \"v1.4.2\", \"tag\": \"mail-pictures\", \"at\": \"%s\"}"
                    .formatted(last.minus(Duration.ofMinutes(75)));
            assertThat(product.post("/api/v1/markers", deploy).statusCode()).isEqualTo(201);
            try (HistoryFixture history = HistoryFixture.over(product.database())) {
                for (int run = 1; run <= RUNS; run++) {
                    runs(history, run);
                }
            }

            MimeMessage one = mail("mail-failing.example", "(3 of 3 runs) @ default");
            assertThat(one.getSubject()).startsWith("[failing] Shop: Home page: LCP ");
            MimeMessage several = mail("mail-grouped.example", " more (all after deploy v1.4.2)");

            Path chromium = TestBrowser.chromium();
            try (Playwright playwright = Playwright.create();
                    Browser browser = playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(chromium)
                                    .setArgs(List.of("--no-sandbox")))) {
                photograph(browser, "mail-failing", shown(one));
                photograph(browser, "mail-grouped", shown(several));
            }
        }
    }
}
