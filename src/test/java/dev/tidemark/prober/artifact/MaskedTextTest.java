package dev.tidemark.prober.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.reader.NamedProfiles;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.probe.TestPageLoadSettings;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.url.WebUrl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTextTest {

    private static ProbeSecrets secrets(String url, String... values) {
        PageLoadSettings visit = new TestPageLoadSettings()
                .localStorage(values.length == 0 ? Map.of() : Map.of("s", values[0]))
                .within(20);
        return ProbeSecrets.of(new Probe(
                new ProbeId("p"),
                "p",
                new Target.PageTarget(WebUrl.ofStored(url), List.of()),
                new Cadence.Every(Duration.ofHours(1)),
                1,
                NamedProfiles.named("unthrottled"),
                List.of(LocationName.DEFAULT),
                true,
                List.of(),
                List.of(),
                List.of(),
                visit));
    }

    @Nested
    class GivenASecretWithSeveralEncodings {

        private final ProbeSecrets secrets = secrets("http://a.example/", "p@ss \"wörd\"/1(x)!\\<");

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "p@ss \"wörd\"/1(x)!\\<",
                    "p@ss%20%22w%C3%B6rd%22/1(x)!\\%3C",
                    "p%40ss%20%22w%C3%B6rd%22%2F1(x)!%5C%3C",
                    "p%40ss+%22w%C3%B6rd%22%2F1%28x%29%21%5C%3C",
                    "p%40ss%20%22w%c3%b6rd%22%2f1(x)!%5c%3c",
                    "p@ss%20%22w%F6rd%22/1%28x%29%21%5C%3C",
                    "p%2540ss%2520%2522w%25C3%25B6rd%2522%252F1(x)!%255C%253C",
                    "p@ss \\\"wörd\\\"/1(x)!\\\\<",
                    "p@ss \\\\\\\"wörd\\\\\\\"\\/1(x)!\\\\\\\\<",
                    "p@ss \\u0022w\\u00F6rd\\u0022/1(x)!\\u005c\\u003C",
                    "p@ss &quot;w&#246;rd&#x22;/1(x)!\\&lt;",
                    "cEBzcyAid8O2cmQiLzEoeCkhXDw="
                })
        void whenATextContainsIt_thenItIsMasked(String spelled) {
            assertThat(secrets.mask("a " + spelled + " b " + spelled)).isEqualTo("a *** b ***");
        }

        @Test
        void whenATextContainsOnlyAPart_thenItIsUnchanged() {
            assertThat(secrets.mask("p@ss \"wörd and p%40")).isEqualTo("p@ss \"wörd and p%40");
        }
    }

    @Nested
    class GivenATruncatedText {

        private final ProbeSecrets secrets = secrets("http://a.example/", "tok-ABCDEFGH");
        private final String long296 = "x".repeat(296);

        @Test
        void whenItEndsWithFourCharactersOfASecret_thenTheyAreMasked() {
            assertThat(secrets.mask(long296 + "tok-")).isEqualTo(long296 + "***");
            assertThat(secrets.mask(long296 + "tok-AB…")).isEqualTo(long296 + "***…");
        }

        @Test
        void whenItEndsWithThree_thenTheyStay() {
            assertThat(secrets.mask("x" + long296 + "tok")).isEqualTo("x" + long296 + "tok");
        }

        @Test
        void whenItIsTooShortToBeTruncated_thenTheyStay() {
            assertThat(secrets.mask("x".repeat(295) + "tok-")).endsWith("xtok-");
        }
    }

    @Nested
    class GivenCredentialsInAUrl {

        @Test
        void whenATextContainsSuchUrls_thenCredentialsAreMasked() {
            assertThat(secrets("http://a.example/")
                            .mask("see http://bob:hunter2@b.example/x and https://c@d.example, e@f"))
                    .isEqualTo("see http://***@b.example/x and https://***@d.example, e@f");
        }

        @Test
        void whenItIsTheProbesOwn_thenItsPasswordIsASecret() {
            assertThat(secrets("http://bob:hunter2@a.example/").mask("user bob says hunter2, Basic Ym9iOmh1bnRlcjI="))
                    .isEqualTo("user bob says ***, Basic ***");
        }
    }
}
