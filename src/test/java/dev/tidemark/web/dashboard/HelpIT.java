package dev.tidemark.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.tidemark.web.dashboard.TestVisitor.Look;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Help pages of the running application. */
class HelpIT {

    private static final String TOPICS = ".help-nav li a";

    private static TestVisitor visitor;

    @BeforeAll
    static void arrive() {
        visitor = TestVisitor.shared();
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void whenTheIndexAndAPageAreOpened_thenThereAreNoErrors(Look look) {
        PageAssertions.check(visitor, "help", "/help", "Manual of Tidemark ", look);
        PageAssertions.check(visitor, "help-budgets", "/help/budgets", "Manual of Tidemark ", look);
    }

    @Test
    void whenHelpIsChosenInTheMenu_thenTheIndexIsShownWithItsTitle() {
        visitor.open("/settings", Look.LIGHT_DESKTOP);
        Page page = visitor.page();

        page.click(".nav >> text=Help");

        assertThat(page.url()).endsWith("/help");
        assertThat(page.title()).isEqualTo(page.innerText(".help-text h1") + " · Help · Tidemark");
        assertThat(page.getAttribute(".nav >> text=Help", "aria-current")).isEqualTo("page");
    }

    @Test
    void whenATopicIsChosen_thenItsPageIsShownAndMarkedInTheContents() {
        visitor.open("/help", Look.LIGHT_DESKTOP);
        Page page = visitor.page();
        Locator topic = page.locator(TOPICS).first();
        String address = topic.getAttribute("href");

        topic.click();

        assertThat(page.url()).endsWith(address);
        assertThat(page.locator(".help-nav [aria-current=page]").getAttribute("href"))
                .isEqualTo(address);
    }

    @Test
    void whenALinkOfThePageIsFollowed_thenItOpensAPageOfTheManual() {
        visitor.open("/help", Look.LIGHT_DESKTOP);
        Page page = visitor.page();
        Locator link = page.locator(".help-text a[href^='/help/']").first();
        String address = link.getAttribute("href");

        link.click();

        assertThat(page.url()).endsWith(address);
        assertThat(page.locator(".help-text h1").count()).isEqualTo(1);
    }

    @Test
    void whenAPageHasAnImage_thenItIsShown() {
        visitor.open("/help", Look.LIGHT_DESKTOP);
        List<String> addresses = visitor.page().locator(TOPICS).all().stream()
                .map(topic -> topic.getAttribute("href"))
                .toList();
        String illustrated = addresses.stream()
                .filter(address -> {
                    visitor.open(address, Look.LIGHT_DESKTOP);
                    return visitor.page().locator(".help-text img").count() > 0;
                })
                .findFirst()
                .orElseThrow();

        Page page = visitor.page();
        Locator image = page.locator(".help-text img").first();
        image.scrollIntoViewIfNeeded();
        page.waitForFunction("document.querySelector('.help-text img').complete");

        assertThat(illustrated).startsWith("/help/");
        assertThat((int) image.evaluate("image => image.naturalWidth")).isGreaterThan(100);
    }

    @Test
    void whenAPageOrAnImageDoesNotExist_thenItIsNotFound() {
        assertThat(visitor.open("/help/none", Look.LIGHT_DESKTOP).status()).isEqualTo(404);
        assertThat(visitor.open("/help/adr/none", Look.LIGHT_DESKTOP).status()).isEqualTo(404);
        assertThat(visitor.open("/help-images/none.png", Look.LIGHT_DESKTOP).status())
                .isEqualTo(404);
    }
}
