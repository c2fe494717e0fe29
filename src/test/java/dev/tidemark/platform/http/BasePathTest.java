package dev.tidemark.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BasePathTest {

    @Nested
    class GivenTheRoot {
        private final BasePath root = new BasePath("");

        @Test
        void whenALinkIsMade_thenItIsThePath() {
            assertThat(root.link("/probes/shop?x=/y#z")).isEqualTo("/probes/shop?x=/y#z");
            assertThat(root.within("/probes/shop")).isEqualTo("/probes/shop");
        }
    }

    @Nested
    class GivenABasePath {
        private final BasePath tools = new BasePath("/tools/tide");

        @Test
        void whenALinkIsMade_thenPathsGetItOnce() {
            assertThat(tools.link("/")).isEqualTo("/tools/tide/");
            assertThat(tools.link("/probes/shop")).isEqualTo("/tools/tide/probes/shop");
            assertThat(tools.within(tools.link("/probes/shop"))).isEqualTo("/probes/shop");
        }

        @Test
        void whenTheAddressIsNoPath_thenItStays() {
            assertThat(tools.link("https://shop.example/a")).isEqualTo("https://shop.example/a");
            assertThat(tools.link("//shop.example/a")).isEqualTo("//shop.example/a");
            assertThat(tools.link("#changes")).isEqualTo("#changes");
            assertThat(tools.link("?metric=LCP")).isEqualTo("?metric=LCP");
            assertThat(tools.link("")).isEmpty();
        }

        @Test
        void whenAPathIsNotBelowIt_thenNothingIsRemoved() {
            assertThat(tools.within("/tools/tidemark/x")).isEqualTo("/tools/tidemark/x");
            assertThat(tools.within("/tools/tide/")).isEqualTo("/");
        }

        @Test
        void whenAPageHasTheSameName_thenOnlyTheBasePathIsRemoved() {
            BasePath probes = new BasePath("/probes");

            assertThat(probes.link("/probes/shop")).isEqualTo("/probes/probes/shop");
            assertThat(probes.within("/probes/probes/shop")).isEqualTo("/probes/shop");
        }
    }
}
