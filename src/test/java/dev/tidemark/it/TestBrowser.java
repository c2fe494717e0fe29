package dev.tidemark.it;

import dev.tidemark.launch.Chromium;
import java.nio.file.Path;

/**
 * Chromium and Playwright's driver for a test without a container, found or installed as the product does it.
 *
 * <p>{@code Path chromium = TestBrowser.chromium();} and {@code Playwright.create()} work afterwards in this JVM.
 */
public final class TestBrowser {
    private static final Path DRIVER = Target.folder("playwright-driver");
    private static final Path CHROMIUM =
            Chromium.ready(TestSetting.of("TIDEMARK_CHROMIUM"), DRIVER).program();

    static {
        System.setProperty("playwright.cli.dir", DRIVER.toString());
    }

    private TestBrowser() {}

    /** The browser's program. Give it to Playwright as executablePath, with {@code --no-sandbox} when root. */
    public static Path chromium() {
        return CHROMIUM;
    }

    /** The folder of Playwright's driver; {@code playwright.cli.dir} is set to it. */
    public static Path driver() {
        return DRIVER;
    }
}
