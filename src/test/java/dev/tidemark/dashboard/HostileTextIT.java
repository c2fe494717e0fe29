package dev.tidemark.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.dashboard.Visitor.Look;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever people or pages have written, it is text and nothing else, and no page gets wider than the narrowest phone. */
class HostileTextIT {

    private static HostileProbe probe;
    private static Visitor visitor;

    @BeforeAll
    static void make() throws Exception {
        probe = HostileProbe.make();
        visitor = new Visitor();
    }

    @AfterAll
    static void leave() {
        visitor.close();
    }

    static Stream<String> pages() {
        String path = "/probes/" + HostileProbe.ID;
        return Stream.of(
                "/?tag=" + HostileProbe.TAG,
                "/?group=tag&tag=" + HostileProbe.TAG,
                path + "?range=24h",
                path + "?range=24h&metric=%3Cscript%3E",
                path + "/runs",
                path + "/budgets",
                "/runs/" + probe.first().id(),
                "/runs/" + probe.second().id(),
                "/runs/" + probe.failed().id(),
                "/compare?a=" + probe.first().id() + "&b=" + probe.second().id(),
                "/compare?a=" + probe.first().id() + "&b=" + probe.second().id() + "&explain=INP",
                "/compare?a=" + probe.first().id() + "&b=" + probe.failed().id(),
                "/compare?probe=" + HostileProbe.ID + "&last=day",
                "/compare",
                "/incidents?probe=" + HostileProbe.ID,
                "/incidents/" + probe.incident(),
                "/markers",
                "/maintenance",
                "/settings");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whenItIsOpenedOnTheNarrowestPhone_thenItIsHarmlessAndNotWider(String path) {
        visitor.open(path, Look.DARK_PHONE);
        check(path);
    }

    @Test
    void whenItsFormIsOpenedOnTheNarrowestPhone_thenItIsHarmlessAndNotWider() {
        visitor.openLoggedIn("/probes/" + HostileProbe.ID + "/edit", Look.DARK_PHONE);
        check("/probes/hostile/edit");
    }

    private static void check(String path) {
        visitor.page().setViewportSize(320, 800);

        visitor.photograph("hostile" + path.replaceAll("[^a-z]+", "-").replaceAll("(.{40}).*", "$1"));
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
                .parse(dev.tidemark.it.Product.running().at(path).toString());
    }

    static List<String> files() {
        return List.of(
                "/runs/" + probe.second().id() + "/waterfall.svg",
                "/runs/" + probe.second().id() + "/timeline.svg",
                "/probes/" + HostileProbe.ID + "/chart.svg?range=24h");
    }
}
