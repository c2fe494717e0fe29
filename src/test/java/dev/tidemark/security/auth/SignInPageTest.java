package dev.tidemark.security.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPageTest {

    @Nested
    class GivenAPathToReturnTo {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/",
                    "/probes/shop",
                    "/probes/shop?from=../x&to=/..#a/../b",
                    "/runs/..a",
                    "/a..",
                    "/.well-known",
                    "/%2E%2E%2E"
                })
        void whenItIsAPage_thenItIsKept(String path) {
            assertThat(SignInPage.ownPath(path)).isEqualTo(path);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "probes",
                    "//evil.example",
                    "/\\evil.example",
                    "https://evil.example/",
                    "/\t/evil.example",
                    "/a\\b",
                    "javascript:alert(1)"
                })
        void whenItIsNotOfThisServer_thenItIsTheOverview(String path) {
            assertThat(SignInPage.ownPath(path)).isEqualTo("/");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/..",
                    "/../other",
                    "/../../other/x",
                    "/probes/../../other",
                    "/%2e%2E/other",
                    "/.%2e/other",
                    "/a/..?x",
                    "/a/..#x",
                    "/./..",
                    "/%2e/%2e%2e/other"
                })
        void whenItLeavesTheBasePath_thenItIsTheOverview(String path) {
            assertThat(SignInPage.ownPath(path)).isEqualTo("/");
        }
    }
}
