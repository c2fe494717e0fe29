package dev.tidemark.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tidemark.web.dashboard.TestVisitor.Look;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Untrusted text is displayed as text, and no page becomes wider than the narrowest phone. */
class HostileTextIT {

    private static HostileProbe probe;
    private static TestVisitor visitor;

    @BeforeAll
    static void make() throws Exception {
        probe = HostileProbe.make();
        visitor = TestVisitor.shared();
    }

    static Stream<Arguments> pages() {
        String path = "/probes/" + HostileProbe.ID;
        String two = "/compare?a=" + probe.first().id() + "&b=";
        return Stream.of(
                arguments("overview", "/?tag=" + HostileProbe.TAG),
                arguments("groups", "/?group=tag&tag=" + HostileProbe.TAG),
                arguments("probe", path + "?range=24h"),
                arguments("probe-metric", path + "?range=24h&metric=%3Cscript%3E"),
                arguments("runs", path + "/runs"),
                arguments("budgets", path + "/budgets"),
                arguments("run", "/runs/" + probe.second().id()),
                arguments("run-failed", "/runs/" + probe.failed().id()),
                arguments("compare", two + probe.second().id()),
                arguments("compare-inp", two + probe.second().id() + "&explain=INP"),
                arguments("compare-failed", two + probe.failed().id()),
                arguments("compare-periods", "/compare?probe=" + HostileProbe.ID + "&last=day"),
                arguments("compare-choose", "/compare"),
                arguments("incidents", "/incidents?probe=" + HostileProbe.ID),
                arguments("incident", "/incidents/" + probe.incident()),
                arguments("markers", "/markers"),
                arguments("maintenance", "/maintenance"),
                arguments("recipients", "/recipients"),
                arguments("settings", "/settings"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whenItIsOpenedOnTheNarrowestPhone_thenItIsEscapedAndDoesNotOverflow(String name, String path) {
        visitor.open(path, Look.DARK_PHONE);
        check(name);
    }

    @Test
    void whenItsFormsAreOpenedOnTheNarrowestPhone_thenTheyAreEscapedAndDoNotOverflow() {
        visitor.openLoggedIn("/probes/" + HostileProbe.ID + "/edit", Look.DARK_PHONE);
        check("edit");
        visitor.openLoggedIn("/recipients/" + HostileProbe.ID, Look.DARK_PHONE);
        check("list");
    }

    private static void check(String name) {
        visitor.page().setViewportSize(320, 800);

        visitor.photograph("hostile-" + name);
        assertThat(visitor.complaints()).isEmpty();
        assertThat(visitor.page()
                        .locator("main script, main [onerror], main img[src=x]")
                        .count())
                .isZero();
        assertThat(visitor.overflow()).as("pixels wider than the window").isZero();
        assertThat(visitor.accessibilityFaults()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void whenAChartIsAFile_thenItIsWellFormed(String path) throws Exception {
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(dev.tidemark.it.TestServer.running().at(path).toString());
    }

    static List<String> files() {
        return List.of(
                "/runs/" + probe.second().id() + "/waterfall.svg",
                "/runs/" + probe.second().id() + "/timeline.svg",
                "/probes/" + HostileProbe.ID + "/chart.svg?range=24h");
    }
}
