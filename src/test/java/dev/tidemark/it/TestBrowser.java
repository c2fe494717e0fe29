package dev.tidemark.it;

import com.microsoft.playwright.Playwright;
import dev.tidemark.launcher.chromium.ChromiumLocator;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Chromium and Playwright's driver for a test without a container, found or installed as by the launcher.
 *
 * <p>{@code Path chromium = TestBrowser.chromium();} and {@code TestBrowser.playwright()}.
 */
public final class TestBrowser {
    private static final Path DRIVER = BuildDirectory.folder("playwright-driver");
    private static final Path CHROMIUM = ChromiumLocator.locate(
                    TestSetting.of("TIDEMARK_CHROMIUM"), Optional.of(DRIVER))
            .program();

    static {
        System.setProperty("playwright.cli.dir", DRIVER.toString());
    }

    /** Playwright uses the environment of the first driver of a JVM for all later ones, so it must be safe for hostile pages. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "NODE_OPTIONS", "--unhandled-rejections=warn");

    private TestBrowser() {}

    /** Starts a driver, which the caller must close. */
    public static Playwright playwright() {
        return Playwright.create(new Playwright.CreateOptions().setEnv(ENVIRONMENT));
    }

    /** Path of the browser executable. Pass it to Playwright as executablePath, with {@code --no-sandbox} when running as root. */
    public static Path chromium() {
        return CHROMIUM;
    }

    /** The directory of Playwright's driver; {@code playwright.cli.dir} is set to it. */
    public static Path driver() {
        return DRIVER;
    }
}
