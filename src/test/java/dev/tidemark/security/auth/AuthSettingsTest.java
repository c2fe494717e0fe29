package dev.tidemark.security.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthSettingsTest {

    private static AuthSettings settings(String httpHost, String publicUrl) {
        return settings(httpHost, publicUrl, false);
    }

    private static AuthSettings settings(String httpHost, String publicUrl, boolean badges) {
        return new AuthSettings(httpHost, Optional.ofNullable(publicUrl), badges, false);
    }

    @Nested
    class GivenOthersCanReachIt {

        @Test
        void whenNothingIsSet_thenBadgesRequireSignInLikePages() {
            assertThat(settings("0.0.0.0", null).areBadgesPublic()).isFalse();
            assertThat(settings("127.0.0.1", "https://tidemark.example").areBadgesPublic())
                    .isFalse();
        }

        @Test
        void whenBadgesArePublic_thenTheyAreShownToEverybody() {
            assertThat(settings("0.0.0.0", null, true).areBadgesPublic()).isTrue();
        }
    }

    @Nested
    class GivenItListensOnLoopbackOnly {

        private final AuthSettings settings = settings("127.0.0.1", null);

        @Test
        void whenReading_thenNoSignInIsRequired() {
            assertThat(settings.isLoopbackOnly()).isTrue();
            assertThat(settings.areBadgesPublic()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"localhost:8080", "127.0.0.1:8080", "[::1]:8080", "localhost", "tidemark.localhost:8080"})
        void whenTheHostIsThisMachine_thenItIsOwn(String host) {
            assertThat(settings.isOwnHost(host)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example:8080", ""})
        void whenTheHostIsForeign_thenItIsNot(String host) {
            assertThat(settings.isOwnHost(host)).isFalse();
        }
    }

    @Nested
    class GivenAProxyInFrontOfLoopback {

        private final AuthSettings settings = settings("localhost", "https://Tide.Example/");

        @Test
        void whenReading_thenSignInIsRequired() {
            assertThat(settings.isLoopbackOnly()).isFalse();
        }

        @Test
        void whenTheHostIsThePublicOne_thenItIsOwn() {
            assertThat(settings.isOwnHost("tide.example")).isTrue();
            assertThat(settings.isOwnHost("evil.example")).isFalse();
        }
    }

    @Nested
    class GivenItIsBehindAProxyWithoutAPublicUrl {

        private final AuthSettings settings = new AuthSettings("127.0.0.1", Optional.empty(), false, true);

        @Test
        void whenReading_thenSignInIsRequiredForAnyHost() {
            assertThat(settings.isLoopbackOnly()).isFalse();
            assertThat(settings.isOwnHost("tide.example")).isTrue();
        }
    }

    @Nested
    class GivenItListensForEverybody {

        @Test
        void whenReading_thenSignInIsRequiredForAnyHost() {
            AuthSettings settings = settings("0.0.0.0", null);
            assertThat(settings.isLoopbackOnly()).isFalse();
            assertThat(settings.isOwnHost("tide.example")).isTrue();
        }
    }
}
