package dev.tidemark.platform.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/api/v1/probes",
                "/api/v1/probes/a%20b",
                "/api/v1/probes/%C3%A4",
                "/api/v1/users/a@b.example",
                "/a/%00"
            })
    void acceptsPaths(String path) {
        assertThat(RequestPath.isValid(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/[]", "/%ff%fe", "/a b", "/{id}", "/%zz", "/%4", "/%", "/\u00e4", "/a|b", "/%C3"})
    void refusesOtherPaths(String path) {
        assertThat(RequestPath.isValid(path)).isFalse();
    }
}
