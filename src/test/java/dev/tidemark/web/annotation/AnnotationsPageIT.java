package dev.tidemark.web.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.tidemark.it.TestServer;
import dev.tidemark.web.dashboard.TestVisitor;
import dev.tidemark.web.dashboard.TestVisitor.Look;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More annotations than a page shows, older than those of any other test, which may precede them. */
class AnnotationsPageIT {
    private static final int MANY = 230;
    private static final String TITLE = "Chromium markers-page-it ";

    private static TestVisitor visitor;

    @BeforeAll
    static void arrive() {
        visitor = TestVisitor.shared();
    }

    @BeforeEach
    void mark() throws SQLException {
        run("INSERT INTO marker (id, kind, at, title, created_by) SELECT gen_random_uuid(), 'BROWSER',"
                + " timestamptz '2001-02-03 00:00Z' - n * interval '1 minute', '" + TITLE + "' || n, 'a test'"
                + " FROM generate_series(0, " + (MANY - 1) + ") n");
    }

    @AfterEach
    void clear() throws SQLException {
        run("DELETE FROM marker WHERE title LIKE '" + TITLE + "%'");
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = TestServer.running().database().connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    private static List<String> titles(Page page) {
        return page.locator("section[aria-label=Annotations] tbody td:nth-child(2)")
                .allInnerTexts();
    }

    @Test
    void whenOlderOnesAreRequested_thenAllAreListedInOrderAndNewerLinksBack() {
        visitor.open("/markers?show=browser", Look.LIGHT_DESKTOP);
        Page page = visitor.page();
        List<String> first = titles(page);
        List<String> all = new ArrayList<>(first);
        int pages = 1;
        for (; page.locator("a:has-text('Older annotations')").count() > 0; pages++) {
            page.click("a:has-text('Older annotations')");
            all.addAll(titles(page));
        }

        assertThat(first).hasSize(100);
        assertThat(all).allMatch(text -> text.startsWith("Browser upgrade"));
        assertThat(all.stream()
                        .filter(text -> text.contains(TITLE))
                        .map(text -> text.substring(text.indexOf(TITLE) + TITLE.length())))
                .containsExactlyElementsOf(
                        IntStream.range(0, MANY).mapToObj(String::valueOf).toList());

        visitor.photograph("markers-last");
        assertThat(page.url()).contains("show=browser", "behind=");
        assertThat(visitor.accessibilityFaults()).isEmpty();
        for (; page.locator("a:has-text('Newer annotations')").count() > 0; pages--) {
            page.click("a:has-text('Newer annotations')");
        }
        assertThat(pages).isEqualTo(1);
        assertThat(titles(page)).isEqualTo(first);
    }

    @Test
    void whenNotesAreSelected_thenNoOtherKindIsShown() {
        visitor.open("/markers?show=note", Look.LIGHT_DESKTOP);

        assertThat(titles(visitor.page())).allMatch(text -> text.startsWith("Note"));
        assertThat(visitor.page().innerText("nav[aria-label=Filter] [aria-current=true]"))
                .isEqualTo("Note");
    }

    @Test
    void whenOneIsDeletedOnAnOlderPage_thenThatPageIsShownAgain() {
        visitor.openLoggedIn("/markers", Look.LIGHT_DESKTOP);
        Page page = visitor.page();
        page.navigate(TestServer.running().at("/markers?show=browser").toString());
        page.click("a:has-text('Older annotations')");
        String address = page.url();
        String last = titles(page).get(99);
        page.click("section[aria-label=Annotations] tbody tr:nth-child(100) button");

        page.getByText(last.substring(last.indexOf("Chromium")), new Page.GetByTextOptions().setExact(true))
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(page.url()).isEqualTo(address);
        assertThat(titles(page)).hasSize(100).doesNotContain(last);
    }
}
