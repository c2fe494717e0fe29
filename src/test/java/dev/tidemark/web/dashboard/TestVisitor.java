package dev.tidemark.web.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import dev.tidemark.it.TestBrowser;
import dev.tidemark.it.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Opens pages in a real browser and records console errors. */
public final class TestVisitor {
    /** The accessibility rules of WCAG 2.x, levels A and AA: https://github.com/dequelabs/axe-core */
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    private static final String VIOLATIONS = """
            () => axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}).then(found =>
                found.violations.map(one => one.id + ": " + one.nodes.map(node => node.target).join(", ")))""";

    /** Requests that a page makes after load start within its next frames. */
    private static final String TWO_FRAMES =
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

    private static final TestVisitor SHARED = new TestVisitor();

    /** Must be first, as it also sets the path of Playwright's driver. */
    private final Path chromium = TestBrowser.chromium();

    private final Playwright playwright = TestBrowser.playwright();
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(List.of("--no-sandbox")));
    private final List<String> complaints = new ArrayList<>();
    private final Set<Request> underWay = new HashSet<>();
    private final Map<String, String> sessions = new HashMap<>();
    private BrowserContext context;
    private Page page;

    /** Color scheme and window size. */
    public enum Look {
        LIGHT_DESKTOP(ColorScheme.LIGHT, 1440, 900),
        DARK_DESKTOP(ColorScheme.DARK, 1440, 900),
        LIGHT_PHONE(ColorScheme.LIGHT, 390, 844),
        DARK_PHONE(ColorScheme.DARK, 390, 844);

        private final ColorScheme scheme;
        private final int width;
        private final int height;

        Look(ColorScheme scheme, int width, int height) {
            this.scheme = scheme;
            this.width = width;
            this.height = height;
        }
    }

    private TestVisitor() {
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }

    /** One browser for all tests of a JVM. */
    public static TestVisitor shared() {
        return SHARED;
    }

    /** Opens the page in a fresh browser context. */
    public Response open(String path, Look look) {
        return open(path, look, null);
    }

    /** @param session storage state of an earlier context; null for none */
    private Response open(String path, Look look, String session) {
        if (context != null) {
            context.close();
        }
        complaints.clear();
        context = browser.newContext(new Browser.NewContextOptions()
                .setColorScheme(look.scheme)
                .setViewportSize(look.width, look.height)
                .setStorageState(session));
        page = context.newPage();
        hearRequests();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page.navigate(TestServer.running().at(path).toString());
    }

    private void hearRequests() {
        underWay.clear();
        page.onRequest(underWay::add);
        page.onRequestFinished(underWay::remove);
        page.onRequestFailed(underWay::remove);
        page.onFrameNavigated(frame -> {
            if (frame.parentFrame() == null) {
                underWay.clear();
            }
        });
    }

    /** Opens the page as a signed-in user. */
    public void openLoggedIn(String path, Look look) {
        openLoggedIn("admin", TestServer.ADMIN_PASSWORD, path, look);
    }

    void openLoggedIn(String user, String password, String path, Look look) {
        if (!sessions.containsKey(user)) {
            logIn(user, password, path, look);
            sessions.put(user, context.storageState());
        } else {
            open(path, look, sessions.get(user));
        }
    }

    private void logIn(String user, String password, String path, Look look) {
        open("/login?to=" + path, look);
        page.fill("[name=user]", user);
        page.fill("[name=password]", password);
        page.press("[name=password]", "Enter");
        page.waitForURL("**" + path);
    }

    public Page page() {
        return page;
    }

    /** Script errors, missing files and violations of the content security policy. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The error message of a form field. */
    public String fault(String input) {
        return page.innerText(".field:has([id='" + input + "']) .fault");
    }

    @SuppressWarnings("unchecked")
    public List<String> accessibilityFaults() {
        page.evaluate(axe());
        return (List<String>) page.evaluate(VIOLATIONS);
    }

    /** By how many pixels the page is wider than the window. */
    public int overflow() {
        return (int) page.evaluate(
                "() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
    }

    public void photograph(String name) {
        page.waitForLoadState();
        page.evaluate(TWO_FRAMES);
        page.waitForCondition(underWay::isEmpty);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }

    private static String axe() {
        try (InputStream in = TestVisitor.class.getResourceAsStream(AXE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
