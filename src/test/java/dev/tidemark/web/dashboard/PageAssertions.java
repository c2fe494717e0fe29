package dev.tidemark.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tidemark.web.dashboard.TestVisitor.Look;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Assertions for every page in every display mode; stores screenshots in {@code target/screenshots}. */
public final class PageAssertions {
    private PageAssertions() {}

    /** @param pages each with a name, a path and a text that must be in it */
    public static Stream<Arguments> inEveryLook(List<Arguments> pages) {
        return pages.stream().flatMap(page -> Arrays.stream(Look.values())
                .map(look -> arguments(page.get()[0], page.get()[1], page.get()[2], look)));
    }

    public static void check(TestVisitor visitor, String name, String path, String content, Look look) {
        assertThat(visitor.open(path, look).status()).isEqualTo(200);

        check(visitor, name, content, look);
    }

    /** Checks the current page. */
    static void check(TestVisitor visitor, String name, String content, Look look) {
        visitor.photograph(name + "-" + look.name().toLowerCase(Locale.ROOT));
        assertThat(visitor.page().innerText("main")).contains(content);
        assertThat(visitor.complaints()).isEmpty();
        assertThat(visitor.overflow()).as("pixels wider than the window").isZero();
        assertThat(visitor.accessibilityFaults()).isEmpty();
    }
}
