package dev.tidemark.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.tidemark.it.TestServer;
import dev.tidemark.web.dashboard.TestVisitor.Look;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All pages in a real browser. Stores a screenshot of each in {@code target/screenshots}. */
class PagesIT {
    private static final String CHOSEN = "[aria-current=true]";

    private static MonitoredProbes watched;
    private static TestVisitor visitor;

    @BeforeAll
    static void measure() throws Exception {
        watched = MonitoredProbes.make();
        visitor = TestVisitor.shared();
    }

    static Stream<Arguments> pages() {
        List<Arguments> pages = List.of(
                arguments("overview", "/", "Tide"),
                arguments("trend", "/probes/" + MonitoredProbes.PROBE + "?range=24h", "Median"),
                arguments("run", "/runs/" + watched.run(), "over budget: LCP"),
                arguments("runs", "/probes/" + MonitoredProbes.PROBE + "/runs", "Newest first"),
                arguments(
                        "probe-empty",
                        "/probes/" + MonitoredProbes.PROBE + "?from=2020-01-01&to=2020-01-02",
                        "The first run"),
                arguments("incidents", "/incidents", "LCP"),
                arguments("incident", "/incidents/" + watched.incident(), "Evaluations"),
                arguments("settings", "/settings", "Authorization: Bearer"),
                arguments("markers", "/markers?probe=" + MonitoredProbes.PROBE, "Annotations"),
                arguments("maintenance", "/maintenance", "Maintenance"),
                arguments("recipients", "/recipients", "Used by"),
                arguments(
                        "compare",
                        "/compare?probe=" + MonitoredProbes.PROBE + "&last=day",
                        "Last 24 hours vs. the 24 hours before"),
                arguments("compare-choose", "/compare", "Select two runs or two periods"),
                arguments("login", "/login", "Password"));
        return PageAssertions.inEveryLook(pages);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void givenAnyDisplayMode_whenAPageIsOpened_thenItShowsItsContentWithoutErrors(
            String name, String path, String content, Look look) {
        PageAssertions.check(visitor, name, path, content, look);
    }

    @Nested
    class GivenASignedInUser {
        @ParameterizedTest
        @EnumSource(Look.class)
        void whenFormsAreOpened_thenTheyShowTheirContentWithoutErrors(Look look) {
            visitor.openLoggedIn("/probes/new", look);
            PageAssertions.check(visitor, "probe-new", "Test run", look);
            visitor.openLoggedIn("/probes/" + MonitoredProbes.PROBE + "/edit", look);
            PageAssertions.check(visitor, "probe-edit", "Delete this probe", look);
            visitor.openLoggedIn("/recipients/new", look);
            PageAssertions.check(visitor, "list-new", "Create contact group", look);
            visitor.openLoggedIn("/recipients/" + MonitoredProbes.LIST, look);
            PageAssertions.check(visitor, "list-edit", "Delete this contact group", look);
        }

        @ParameterizedTest
        @EnumSource(Look.class)
        void whenUsersAndTokensAreOpened_thenThePagesShowTheirContentWithoutErrors(Look look) {
            visitor.openLoggedIn("/settings/access?user=admin", look);
            PageAssertions.check(visitor, "access-user", "Edit admin", look);
            visitor.page().fill("#token-name", "Ci Shop");
            visitor.page().click("button:has-text('Create token')");
            assertThat(visitor.page().locator("[role=alert]").innerText()).contains("lower-case letters");
            visitor.photograph("access-fault-" + look.name().toLowerCase(Locale.ROOT));
            visitor.openLoggedIn("/settings/access", look);
            visitor.page().fill("#token-name", "ci-" + UUID.randomUUID());
            visitor.page().click("button:has-text('Create token')");
            PageAssertions.check(visitor, "access-secret", "Copy it now", look);
            visitor.openLoggedIn("/settings/password", look);
            PageAssertions.check(visitor, "password", "Current password", look);
            visitor.openLoggedIn("/settings/audit?actor=admin&object=token", look);
            visitor.page().click("summary >> nth=0");
            PageAssertions.check(visitor, "audit", "/scope", look);
            visitor.openLoggedIn("/settings/audit?from=yesterday", look);
            assertThat(visitor.page().locator("[role=alert]").innerText()).contains("\"yesterday\" is not a date");
        }
    }

    @Nested
    class GivenASignedInViewer {
        private static final String PASSWORD = "a password of the tests";
        private final String reader = "reader-" + UUID.randomUUID();

        @BeforeEach
        void add() throws Exception {
            TestServer.running()
                    .post(
                            "/api/v1/users",
                            "{\"name\": \"" + reader + "\", \"role\": \"reader\", \"password\": \"" + PASSWORD + "\"}");
        }

        @Test
        void whenPagesAreOpened_thenTheyOfferNoForbiddenAction() {
            visitor.openLoggedIn(reader, PASSWORD, "/settings", Look.LIGHT_DESKTOP);
            PageAssertions.check(visitor, "settings-reader", reader, Look.LIGHT_DESKTOP);
            assertThat(sendable()).containsExactly("Sign out");
            for (String path :
                    List.of("/maintenance", "/probes/" + MonitoredProbes.PROBE, "/incidents/" + watched.incident())) {
                visitor.page().navigate(TestServer.running().at(path).toString());
                assertThat(sendable()).as(path).isEmpty();
            }
        }

        private List<String> sendable() {
            return visitor.page()
                    .locator("main form[method=post] button:visible")
                    .allInnerTexts();
        }

        @ParameterizedTest
        @EnumSource(Look.class)
        void whenAPageForAdminsIsOpened_thenAPageExplainsTheRejection(Look look) {
            visitor.openLoggedIn(reader, PASSWORD, "/settings", look);
            assertThat(visitor.page()
                            .navigate(
                                    TestServer.running().at("/settings/access").toString())
                            .status())
                    .isEqualTo(403);

            visitor.photograph("forbidden-" + look.name().toLowerCase(Locale.ROOT));
            assertThat(visitor.page().innerText("main")).contains(reader + " is a viewer");
            assertThat(visitor.overflow()).as("pixels wider than the window").isZero();
            assertThat(visitor.accessibilityFaults()).isEmpty();
        }
    }

    @Nested
    class GivenAnExpiredLinkOfAnEmail {
        @ParameterizedTest
        @EnumSource(Look.class)
        void whenItIsOpened_thenAPageStatesIt(Look look) {
            assertThat(visitor.open("/letters/acknowledge?token=none", look).status())
                    .isEqualTo(410);

            visitor.photograph("letters-" + look.name().toLowerCase(Locale.ROOT));
            assertThat(visitor.page().innerText("main")).contains("This link is no longer valid");
            assertThat(visitor.overflow()).as("pixels wider than the window").isZero();
            assertThat(visitor.accessibilityFaults()).isEmpty();
        }
    }

    @Nested
    class GivenALinkToAMetricAndARange {
        @Test
        void whenItIsOpenedAndNavigatedBackTo_thenBothAreRestored() {
            visitor.open("/probes/" + MonitoredProbes.PROBE + "?metric=CLS&range=30d", Look.LIGHT_DESKTOP);
            Page page = visitor.page();
            assertThat(chosen(page)).contains("CLS", "30d");
            assertThat(page.innerText("section[aria-label=Trend] h2")).isEqualTo("Cumulative Layout Shift (CLS)");

            page.click("nav[aria-label=Metric] >> text=FCP");
            assertThat(page.innerText("section[aria-label=Trend] h2")).isEqualTo("First Contentful Paint (FCP)");
            assertThat(chosen(page)).contains("FCP", "30d");

            page.goBack();
            assertThat(chosen(page)).contains("CLS", "30d");
        }

        private List<String> chosen(Page page) {
            return page.locator("section[aria-label=Trend] " + CHOSEN).allInnerTexts();
        }
    }

    @Nested
    class GivenAnUnknownUrl {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/probes/no-such-probe",
                    "/probes/NO%20SLUG",
                    "/runs/00000000-0000-7000-8000-000000000000",
                    "/runs/no-run",
                    "/incidents/no-incident",
                    "/recipients/no-such-list/digest",
                    "/nowhere"
                })
        void whenItIsOpened_thenAPageStatesItWithALinkBack(String path) {
            assertThat(visitor.open(path, Look.LIGHT_DESKTOP).status()).isEqualTo(404);

            assertThat(visitor.page().innerText("h1")).isEqualTo("Page not found");
            visitor.page().click("main >> text=Back to overview");
            assertThat(visitor.page().title()).startsWith("Overview");
        }
    }

    @Nested
    class GivenAProbeWithAHostileName {
        @ParameterizedTest
        @ValueSource(strings = {"/?tag=looked-at", "/probes/" + MonitoredProbes.HOSTILE})
        void whenItIsShown_thenTheNameIsEscaped(String path) {
            visitor.open(path, Look.LIGHT_PHONE);

            // Not innerText, which omits rows below the window that are not drawn yet.
            assertThat(visitor.page().textContent("main")).contains("<script>alert(1)</script>");
            assertThat(visitor.page().locator("main script").count()).isZero();
            assertThat(visitor.complaints()).isEmpty();
            assertThat(visitor.overflow()).as("pixels wider than the window").isZero();
        }
    }

    @Nested
    class GivenTheOverview {
        @Test
        void whenItIsFilteredByText_thenOnlyMatchesRemainAndTheUrlContainsIt() {
            visitor.open("/", Look.LIGHT_DESKTOP);
            Page page = visitor.page();

            page.fill("#q", MonitoredProbes.HOSTILE);
            page.press("#q", "Enter");

            assertThat(page.url()).contains("q=" + MonitoredProbes.HOSTILE);
            Locator rows = page.locator(".board tr.row");
            assertThat(rows.count()).isEqualTo(1);
            assertThat(rows.first().getAttribute("class")).isEqualTo("row");
        }

        @ParameterizedTest
        @ValueSource(ints = {320, 480, 768, 1024, 1180, 1181, 1280, 1366, 1440, 2560})
        void whenTheWindowHasAnyWidth_thenNoValueIsTruncated(int width) {
            visitor.open("/?tag=looked-at", Look.LIGHT_DESKTOP);
            visitor.page().setViewportSize(width, 900);

            assertThat(visitor.page()
                            .evaluate("() => [...document.querySelectorAll('.board tr.row > *')].filter(cell =>"
                                    + " cell.getBoundingClientRect().right > cell.closest('.card').getBoundingClientRect().right + 1)"
                                    + ".map(cell => cell.textContent.trim())"))
                    .isEqualTo(List.of());
        }

        @Test
        void whenAProbeIsOverBudget_thenItFailsWithAReason() {
            visitor.open("/?state=failing&q=" + MonitoredProbes.PROBE, Look.LIGHT_DESKTOP);

            assertThat(visitor.page().innerText(".board .row")).containsPattern("LCP [\\d,.]+ m?s > 1 ms");
        }
    }
}
