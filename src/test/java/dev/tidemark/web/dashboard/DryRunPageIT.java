package dev.tidemark.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tidemark.it.TestServer;
import dev.tidemark.web.dashboard.TestVisitor.Look;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A test run of an unsaved definition: progress, result and validation errors. */
class DryRunPageIT {

    private static final TestServer PRODUCT = TestServer.running();
    private static final Page.WaitForSelectorOptions PATIENTLY = new Page.WaitForSelectorOptions().setTimeout(180_000);

    private static TestVisitor visitor;

    @BeforeAll
    static void open() {
        visitor = TestVisitor.shared();
    }

    private static Page form(Look look) {
        visitor.openLoggedIn("/probes/new", look);
        return visitor.page();
    }

    private static Page tried(String url, Look look) {
        Page page = form(look);
        page.fill("#name", "Tried only");
        page.fill("#url", url);
        page.fill("#samples", "1");
        page.click("button:has-text('Test run')");
        return page;
    }

    @Nested
    class GivenASlowPage {

        @ParameterizedTest
        @EnumSource(Look.class)
        void whenADryRunStarts_thenProgressIsShownUntilTheResult(Look look) throws Exception {
            try (SlowPage slow = new SlowPage()) {
                Page page = tried(slow.url(), look);
                page.waitForSelector("#trial >> text=Sample 1 of 1", PATIENTLY);
                PageAssertions.check(visitor, "trial-progress", "Sample 1 of 1", look);

                slow.letGo();
                page.waitForSelector("#trial .tiles", PATIENTLY);

                assertThat(page.locator("#trial progress").count()).isZero();
                assertThat(page.innerText("#trial")).containsPattern("\\(LCP\\) [\\d.,]+ m?s, no budget set");
                PageAssertions.check(visitor, "trial", "The result is not saved", look);
                assertThat(page.inputValue("#name")).isEqualTo("Tried only");
            }
        }
    }

    @Nested
    class GivenAResult {

        @Test
        void whenThePageIsReloaded_thenItIsStillShownAndNoProbeExists() throws Exception {
            Page page = tried(PRODUCT.at("/calibration/").toString(), Look.LIGHT_DESKTOP);
            page.waitForSelector("#trial .tiles", PATIENTLY);

            page.reload();

            assertThat(page.inputValue("#name")).isEqualTo("Tried only");
            assertThat(page.innerText("#trial .verdict")).startsWith("Largest Contentful Paint (LCP)");
            assertThat(PRODUCT.get("/api/v1/probes/tried-only").statusCode()).isEqualTo(404);
        }

        @Test
        void whenThePageIsUnreachable_thenTheResultStatesIt() {
            Page page = tried("http://127.0.0.1:2/", Look.LIGHT_DESKTOP);

            page.waitForSelector("#trial .verdict", PATIENTLY);

            assertThat(page.getAttribute("#trial .verdict", "class")).contains("note-poor");
            assertThat(visitor.complaints()).isEmpty();
            assertThat(visitor.accessibilityFaults()).isEmpty();
        }
    }

    @Nested
    class GivenInvalidInput {

        /** The browser's console message for every response with an error status. */
        private static final String REFUSED = "the server responded with a status of 422";

        @ParameterizedTest
        @EnumSource(Look.class)
        void whenADryRunStarts_thenAllErrorsAreAtTheirFieldsAndInputIsKept(Look look) {
            Page page = form(look);
            page.fill("#name", "Half typed");
            page.fill("#url", "shop example");
            page.fill("#samples", "99");

            page.click("button:has-text('Test run')");
            page.waitForSelector("[role=alert]");

            visitor.photograph("trial-faults-" + look.name().toLowerCase(java.util.Locale.ROOT));
            assertThat(page.innerText("[role=alert]")).contains("The probe was not saved or tested");
            assertThat(page.locator("[role=alert] a[href='#url'], [role=alert] a[href='#samples']")
                            .count())
                    .isEqualTo(2);
            assertThat(page.inputValue("#name")).isEqualTo("Half typed");
            assertThat(page.inputValue("#url")).isEqualTo("shop example");
            assertThat(page.inputValue("#samples")).isEqualTo("99");
            assertThat(visitor.complaints()).allMatch(one -> one.contains(REFUSED));
            assertThat(visitor.overflow()).as("pixels wider than the window").isZero();
            assertThat(visitor.accessibilityFaults()).isEmpty();
        }
    }
}
