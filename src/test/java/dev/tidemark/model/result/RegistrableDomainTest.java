package dev.tidemark.model.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrableDomainTest {

    @Nested
    class GivenAHost {

        @ParameterizedTest
        @CsvSource({
            "shop.example, shop.example",
            "www.shop.example, shop.example",
            "WWW.Shop.EXAMPLE, shop.example",
            "www.example.com., example.com",
            "cdn.tracker.co.uk, tracker.co.uk",
            "tracker.co.uk, tracker.co.uk",
            "a.github.io, a.github.io",
            "img.a.github.io, a.github.io",
            "d1.cloudfront.net, d1.cloudfront.net",
            "a.b.c.unknown-suffix, c.unknown-suffix",
            "a_b.example.com, example.com"
        })
        void whenItIsBelowAPublicSuffix_thenOneLabelMoreIsRegistered(String host, String domain) {
            assertThat(RegistrableDomain.ofHost(host)).isEqualTo(domain);
        }

        @ParameterizedTest
        @CsvSource({
            "www.münchen.de, xn--mnchen-3ya.de",
            "www.xn--mnchen-3ya.de, xn--mnchen-3ya.de",
            "www.食狮.公司.cn, xn--85x722f.xn--55qx5d.cn",
            "www.xn--85x722f.xn--55qx5d.cn, xn--85x722f.xn--55qx5d.cn"
        })
        void whenItIsInternationalized_thenBothSpellingsHaveTheSame(String host, String domain) {
            assertThat(RegistrableDomain.ofHost(host)).isEqualTo(domain);
        }

        @ParameterizedTest
        @ValueSource(strings = {"localhost", "co.uk", "github.io", "127.0.0.1", "10.1.2.3", "[::1]", "2001:db8::1", ""})
        void whenNothingOfItIsRegistered_thenItIsItsOwn(String host) {
            assertThat(RegistrableDomain.ofHost(host)).isEqualTo(host);
        }
    }

    @Nested
    class GivenAUrl {

        @ParameterizedTest
        @CsvSource({
            "https://cdn.tracker.co.uk:8443/a?b=https://x.example/, tracker.co.uk",
            "http://user:secret@www.shop.example/, shop.example",
            "http://127.0.0.1:8080/, 127.0.0.1",
            "http://[::1]:8080/, [::1]",
            "http://localhost:8080, localhost",
            "https://a_b.example.com/|x, example.com",
            "wss://live.shop.example/socket, shop.example"
        })
        void whenItHasAHost_thenItIsThatOfTheHost(String url, String domain) {
            assertThat(RegistrableDomain.ofUrl(url)).contains(domain);
        }

        @Test
        void whenItHasNoHost_thenThereIsNone() {
            assertThat(RegistrableDomain.ofUrl("data:text/plain,x.example")).isEmpty();
            assertThat(RegistrableDomain.ofUrl("about:blank")).isEmpty();
            assertThat(RegistrableDomain.ofUrl("file:///tmp/a")).isEmpty();
            assertThat(RegistrableDomain.ofUrl("")).isEmpty();
        }
    }
}
