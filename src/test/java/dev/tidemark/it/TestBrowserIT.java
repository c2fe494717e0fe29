package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TestBrowserIT {
    @Nested
    class GivenTheBrowserThatWasFound {
        @Test
        void whenItLoadsAPage_thenThePageIsThere() {
            var options = new BrowserType.LaunchOptions()
                    .setExecutablePath(TestBrowser.chromium())
                    .setArgs(List.of("--no-sandbox"));
            try (Playwright playwright = TestBrowser.playwright();
                    Browser browser = playwright.chromium().launch(options)) {
                Page page = browser.newPage();

                page.navigate("data:text/html,<title>tide</title>");

                assertThat(page.title()).isEqualTo("tide");
            }
        }
    }
}
