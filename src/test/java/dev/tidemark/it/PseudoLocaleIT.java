package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.tidemark.launcher.server.Tidemark;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** In the {@link PseudoLocale}, no page, e-mail, drawing or answer of the API has text that is not in the bundle. */
class PseudoLocaleIT {

    /** Values that are the same in every language: of settings and definitions, and what the tests typed. */
    private static final List<String> DATA = List.of(
            "admin",
            "manual",
            "operator",
            "reader",
            "read",
            "write",
            "edit",
            "default",
            "test",
            "none",
            "odd",
            "id",
            "url",
            "urll",
            "No",
            "Slug",
            "every",
            // values of definitions, in selects and in placeholders
            "desktop",
            "mobile",
            "unthrottled",
            "native",
            "cable",
            "dsl",
            "fois",
            "lte",
            "\\dg\\w*",
            "edge",
            "dial",
            "warning",
            "critical",
            "min",
            "max",
            "mean",
            "median",
            "monday",
            "saturday, sunday",
            "nightly-deploy",
            "shop-team",
            "ada",
            "ci-shop",
            "list:",
            "https:",
            "app-shell",
            "core-web-vitals",
            "diagnostics-platform",
            "full-stack",
            "production-targets",
            "saas-web",
            "null",
            // what the page, the browser and the operating system say
            "Calibration",
            "body",
            "headless-shell",
            "#shore",
            "calibration/",
            "Connection refused",
            "Not Found",
            "Bad Request");

    private static Tidemark tidemark;
    private static PseudoLocaleData data;
    private static Playwright playwright;
    private static Browser browser;

    private final UnmarkedText unmarked = new UnmarkedText(DATA);

    @BeforeAll
    static void start() throws Exception {
        Path home = BuildDirectory.emptied("pseudo-home");
        Files.createDirectories(home);
        for (String shared : List.of("server", "playwright-driver")) {
            Files.createSymbolicLink(home.resolve(shared), BuildDirectory.folder(shared));
        }
        Path war = home.resolve("tidemark.war");
        Files.copy(BuildDirectory.folder("tidemark.war"), war);
        PseudoLocale.addTo(war);
        Path probes = BuildDirectory.folder("pseudo-probes");
        tidemark = TestServer.another(
                "pseudo", Map.of("TIDEMARK_HOME", home.toString(), "TIDEMARK_LANGUAGE", PseudoLocale.TAG));
        playwright = TestBrowser.playwright();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(TestBrowser.chromium())
                        .setArgs(List.of("--no-sandbox")));
        data = PseudoLocaleData.measured(tidemark.address(), probes);
    }

    @AfterAll
    static void end() {
        playwright.close();
        tidemark.close();
    }

    private static BrowserContext visitor() {
        return browser.newContext(
                new Browser.NewContextOptions().setLocale(PseudoLocale.TAG).setBaseURL(tidemark.address()));
    }

    private static Page signedIn(String user, String password) {
        Page page = visitor().newPage();
        page.navigate("/login");
        page.fill("[name=user]", user);
        page.fill("[name=password]", password);
        page.press("[name=password]", "Enter");
        page.waitForURL("**/");
        return page;
    }

    private void check(Page page, String path) {
        page.navigate(path);
        unmarked.addPage(path, page);
    }

    /** Submits the form around the button and checks the page that follows, whose URL is often that of the form. */
    @SuppressWarnings("deprecation")
    private void submit(Page page, String button) {
        page.locator("form").evaluateAll("forms => forms.forEach(form => form.noValidate = true)");
        page.waitForNavigation(() -> page.locator(button).first().evaluate("button => button.click()"));
        unmarked.addPage(page.url() + " " + button, page);
    }

    @Nested
    class GivenSomebodyWhoIsSignedIn {

        private Page page;

        @BeforeEach
        void signIn() {
            page = signedIn("admin", TestServer.ADMIN_PASSWORD);
        }

        @Test
        void whenPagesAreOpened_thenAllTextIsInTheBundle() {
            page.navigate("/");
            assertThat(page.innerText("h1")).startsWith("⟦");
            data.pages().forEach(path -> check(page, path));

            assertThat(unmarked.found()).isEmpty();
        }

        @Test
        void whenFormsAreRefused_thenAllTextIsInTheBundle() {
            check(page, "/probes/new");
            page.fill("#id", "No Slug");
            page.fill("#url", "127.0.0.1");
            page.fill("#every", "5");
            page.fill("#samples", "99");
            page.fill("#locations", "No Slug");
            submit(page, "main form button.primary");
            page.navigate("/probes/new");
            page.fill("#name", "Ωμέγα");
            page.fill("#id", "zz-tried");
            page.fill("#url", "http://127.0.0.1:2/");
            page.fill("#samples", "1");
            submit(page, "button[name=try]");
            page.waitForSelector("#trial .verdict", new Page.WaitForSelectorOptions().setTimeout(120_000));
            unmarked.addPage("test run", page);
            for (String form : List.of("/recipients/new", "/maintenance", "/settings/access", "/settings/password")) {
                page.navigate(form);
                submit(page, "main form.form button.primary");
            }
            page.navigate("/settings/access");
            page.fill("#token-name", "zz-token");
            submit(page, "form:has(#token-name) button");
            page.navigate("/markers");
            submit(page, "main form.mark button");

            assertThat(unmarked.found()).isEmpty();
        }
    }

    @Nested
    class GivenOthers {

        @Test
        void whenTheySeeASignInOrAnErrorPage_thenAllTextIsInTheBundle() throws Exception {
            Page page = visitor().newPage();
            List.of("/login", "/", "/settings", "/nowhere", "/letters/unsubscribe?token=none")
                    .forEach(path -> check(page, path));
            for (String link : data.mailLinks()) {
                check(page, link);
                submit(page, "main form button");
            }
            page.navigate("/login");
            page.fill("[name=password]", "zz");
            submit(page, "main form button");
            Page viewer = signedIn("zz-viewer", PseudoLocaleData.VIEWER_PASSWORD);
            List.of("/settings", "/settings/access", "/probes/new", "/").forEach(path -> check(viewer, path));

            assertThat(unmarked.found()).isEmpty();
        }
    }

    @Nested
    class GivenEmailsAndFiles {

        @Test
        void whenEmailsArrive_thenAllTextIsInTheBundle() throws Exception {
            Page page = visitor().newPage();
            List<MimeMessage> mails = data.mails();
            assertThat(mails).hasSizeGreaterThanOrEqualTo(4);
            for (MimeMessage mail : mails) {
                String subject = mail.getSubject();
                unmarked.add("subject", subject);
                for (String part : texts(mail.getContent())) {
                    if (part.startsWith("<")) {
                        page.setContent(part);
                        unmarked.addPage("HTML of " + subject, page);
                    } else {
                        part.lines().forEach(line -> unmarked.add("text of " + subject, line));
                    }
                }
            }

            assertThat(unmarked.found()).isEmpty();
        }

        private static List<String> texts(Object content) throws Exception {
            List<String> found = new ArrayList<>();
            if (content instanceof String text) {
                found.add(text);
            } else if (content instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart part = parts.getBodyPart(i);
                    found.addAll(texts(part.getContent()));
                }
            }
            return found;
        }

        @Test
        void whenDrawingsAreFetched_thenAllTextIsInTheBundle() throws Exception {
            Page page = visitor().newPage();
            for (String path : data.drawings()) {
                String svg = data.get(path);
                assertThat(svg).as(path).contains("<svg");
                page.setContent(svg);
                unmarked.addPage(path, page);
            }

            assertThat(unmarked.found()).isEmpty();
        }

        private static final String VALUES_OF_THE_API = "\"odd\"|open, resolved|\"to\":";

        @Test
        void whenTheApiRefuses_thenAllTextIsInTheBundle() throws Exception {
            for (Map.Entry<String, String> refused : data.refused().entrySet()) {
                PseudoLocaleData.sentences(refused.getValue())
                        .forEach(text -> unmarked.add(refused.getKey(), text.replaceAll(VALUES_OF_THE_API, " ")));
            }

            assertThat(unmarked.found()).isEmpty();
        }
    }
}
