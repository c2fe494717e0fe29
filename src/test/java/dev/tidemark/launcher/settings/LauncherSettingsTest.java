package dev.tidemark.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.launcher.system.LaunchException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherSettingsTest {
    @Nested
    class GivenNothingIsSet {
        private final LauncherSettings settings = LauncherSettings.of(Map.of());

        @Test
        void whenRead_thenItIsOnLoopbackWithItsOwnDatabase() {
            assertThat(settings.address()).isEqualTo("http://127.0.0.1:8080/");
            assertThat(settings.database()).isEmpty();
            assertThat(settings.mailUser()).isFalse();
        }

        @Test
        void whenRead_thenDataIsOutsideOfTarget() {
            assertThat(settings.data()).isEqualTo(Path.of("data").toAbsolutePath());
        }

        @Test
        void whenRead_thenTheServerGetsTheProbesDirectory() {
            assertThat(settings.product())
                    .containsExactly(Map.entry(
                            "TIDEMARK_PROBES_DIR",
                            Path.of("probes").toAbsolutePath().toString()));
        }
    }

    @Nested
    class GivenABasePath {
        private static final String URL = "TIDEMARK_PUBLIC_URL";
        private static final String PATH = "TIDEMARK_BASE_PATH";

        @ParameterizedTest
        @CsvSource({
            "/tidemark, /tidemark",
            "/tidemark/, /tidemark",
            "tidemark, /tidemark",
            "/tools/tide-1.0_~x/, /tools/tide-1.0_~x",
            "/, ''"
        })
        void whenItIsSet_thenItHasASlashInFrontAndNoneAtTheEnd(String written, String path) {
            LauncherSettings settings = LauncherSettings.of(Map.of(PATH, written));

            assertThat(settings.basePath()).isEqualTo(path);
            assertThat(settings.address()).isEqualTo("http://127.0.0.1:8080" + path + "/");
        }

        @ParameterizedTest
        @CsvSource({
            "https://tools.example/tidemark/, /tidemark",
            "https://tools.example/tidemark, /tidemark",
            "https://tide.example:8443/, ''",
            "https://tide.example, ''"
        })
        void whenOnlyThePublicUrlIsSet_thenItsPathIsTheBasePath(String url, String path) {
            assertThat(LauncherSettings.of(Map.of(URL, url)).basePath()).isEqualTo(path);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "//tidemark", "/tools//tide", "/tidemark//", "/../tidemark", "/tools/..", "/.", "/tide?x",
                            "/tide#x",
                    "/tide%2Fmark", "/t%69de", "/tide mark", "/tide;v=1", "/tide\\mark", "/münster", "/${env.HOME}",
                            "/tide<x>",
                    "https://tools.example/tidemark"
                })
        void whenItIsNoPath_thenItIsRefused(String path) {
            assertThatThrownBy(() -> LauncherSettings.of(Map.of(PATH, path)))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining(PATH + " is \"" + path + "\"")
                    .hasMessageContaining("such as /tidemark");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://tools.example/a//b", "https://tools.example/../x", "https://tools.example/x?y=z",
                    "https://tools.example/x#y", "https://user@tools.example/x", "https://tools.example/a%20b",
                    "tools.example/tidemark", "ftp://tools.example/", "https:///tidemark"
                })
        void whenThePublicUrlCannotBeTheStartOfLinks_thenItIsRefused(String url) {
            assertThatThrownBy(() -> LauncherSettings.of(Map.of(URL, url)))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining(URL + " is \"" + url + "\"")
                    .hasMessageContaining("https://tools.example.org/tidemark/");
        }

        @Test
        void whenBothAreSet_thenTheyMustAgree() {
            assertThat(LauncherSettings.of(Map.of(PATH, "tide", URL, "https://tools.example/tide/"))
                            .basePath())
                    .isEqualTo("/tide");
            assertThatThrownBy(() -> LauncherSettings.of(Map.of(PATH, "/tide", URL, "https://tools.example/")))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("TIDEMARK_BASE_PATH is \"/tide\", but the path of TIDEMARK_PUBLIC_URL");
        }
    }

    @Nested
    class GivenAMailServer {

        @Test
        void whenItsPortIs465_thenTheConnectionBeginsWithTls() {
            assertThat(LauncherSettings.of(Map.of("TIDEMARK_SMTP_PORT", "465")).product())
                    .containsEntry("TIDEMARK_SMTP_IMPLICIT_TLS", "true")
                    .containsEntry("TIDEMARK_SMTP_STARTTLS", "false");
        }

        @Test
        void whenItsPortIs587_thenItDoesNot() {
            assertThat(LauncherSettings.of(Map.of("TIDEMARK_SMTP_PORT", "587")).product())
                    .doesNotContainKeys("TIDEMARK_SMTP_IMPLICIT_TLS", "TIDEMARK_SMTP_STARTTLS");
        }

        @Test
        void whenImplicitTlsIsSet_thenThePortDoesNotMatter() {
            assertThat(LauncherSettings.of(Map.of("TIDEMARK_SMTP_PORT", "2465", "TIDEMARK_SMTP_IMPLICIT_TLS", "true"))
                            .product())
                    .containsEntry("TIDEMARK_SMTP_STARTTLS", "false");
            assertThat(LauncherSettings.of(Map.of("TIDEMARK_SMTP_PORT", "465", "TIDEMARK_SMTP_IMPLICIT_TLS", "false"))
                            .product())
                    .doesNotContainKey("TIDEMARK_SMTP_STARTTLS");
        }

        @Test
        void whenASwitchIsNeitherTrueNorFalse_thenEachIsReported() {
            assertThatThrownBy(() -> LauncherSettings.of(
                            Map.of("TIDEMARK_SMTP_STARTTLS", "yes", "TIDEMARK_SMTP_IMPLICIT_TLS", "on")))
                    .hasMessageContaining("TIDEMARK_SMTP_STARTTLS is \"yes\". Use true or false.")
                    .hasMessageContaining("TIDEMARK_SMTP_IMPLICIT_TLS is \"on\". Use true or false.");
        }
    }

    @Nested
    class GivenAPort {
        @ParameterizedTest
        @ValueSource(strings = {"1", "65535"})
        void whenItIsAtTheEndOfTheRange_thenItIsAccepted(String port) {
            assertThat(LauncherSettings.of(Map.of("TIDEMARK_HTTP_PORT", port)).port())
                    .isEqualTo(Integer.parseInt(port));
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "65536", "-1", "http", "99999999999"})
        void whenItIsInvalid_thenTheMessageNamesItAndTheRemedy(String port) {
            assertThatThrownBy(() -> LauncherSettings.of(Map.of("TIDEMARK_HTTP_PORT", port)))
                    .isInstanceOf(LaunchException.class)
                    .hasMessage("TIDEMARK_HTTP_PORT is \"" + port + "\"; it must be a number from 1 to 65535");
        }
    }

    @Nested
    class GivenTwoErrors {
        @Test
        void whenRead_thenBothAreReported() {
            assertThatThrownBy(() -> LauncherSettings.of(
                            Map.of("TIDEMARK_HTTP_PORT", "x", "TIDEMARK_DATABASE_URL", "postgres://db/tidemark")))
                    .hasMessageContaining("TIDEMARK_HTTP_PORT")
                    .hasMessageContaining("TIDEMARK_DATABASE_URL");
        }
    }

    @Nested
    class GivenAHost {
        @ParameterizedTest
        @CsvSource({
            "0.0.0.0, http://127.0.0.1:8080/",
            "::1, http://[::1]:8080/",
            "tide.example, http://tide.example:8080/"
        })
        void whenTheAddressIsShown_thenABrowserCanOpenIt(String host, String address) {
            Map<String, String> settings = Map.of(
                    "TIDEMARK_HTTP_HOST",
                    host,
                    "TIDEMARK_BEHIND_PROXY",
                    "true",
                    "TIDEMARK_TRUSTED_PROXIES",
                    "10.1.0.7, fd12::/16");

            assertThat(LauncherSettings.of(settings).address()).isEqualTo(address);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"0.0.0.0", "::", "192.168.1.7", "tide.example", "1.127.0.0", "::2", "127.0.0.1.evil.example"
                })
        void whenOthersCouldConnectWithoutTls_thenTheStartIsRefusedWithTheRemedy(String host) {
            assertThatThrownBy(() -> LauncherSettings.of(Map.of("TIDEMARK_HTTP_HOST", host)))
                    .hasMessageContainingAll(host, "TIDEMARK_BEHIND_PROXY=true", "TIDEMARK_TRUSTED_PROXIES");
            assertThatThrownBy(() ->
                            LauncherSettings.of(Map.of("TIDEMARK_HTTP_HOST", host, "TIDEMARK_BEHIND_PROXY", "true")))
                    .hasMessageContaining("TIDEMARK_TRUSTED_PROXIES");
        }

        @ParameterizedTest
        @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1", "0:0:0:0:0:0:0:1"})
        void whenOnlyThisMachineCanConnect_thenItStarts(String host) {
            assertThat(LauncherSettings.of(Map.of("TIDEMARK_HTTP_HOST", host)).host())
                    .isEqualTo(host);
        }

        @ParameterizedTest
        @ValueSource(strings = {"*", "proxy.example", "10.0.0.0/33", "10.1.0.256", "10.1.0.7;10.1.0.8"})
        void whenATrustedProxyIsInvalid_thenItIsRefused(String proxies) {
            assertThatThrownBy(() -> LauncherSettings.of(Map.of("TIDEMARK_TRUSTED_PROXIES", proxies)))
                    .hasMessageContainingAll("TIDEMARK_TRUSTED_PROXIES", proxies);
        }
    }

    @Nested
    class GivenAnEncryptionKey {
        private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

        @ParameterizedTest
        @ValueSource(strings = {KEY, KEY + "," + KEY, KEY + ", " + KEY})
        void whenItHas32Bytes_thenItIsAccepted(String keys) {
            assertThat(LauncherSettings.of(Map.of("TIDEMARK_ENCRYPTION_KEY", keys))
                            .product())
                    .containsEntry("TIDEMARK_ENCRYPTION_KEY", keys);
        }

        @ParameterizedTest
        @ValueSource(strings = {"AAAA", "not Base64", KEY + ",AAAA", "/etc/tidemark/encryption.key"})
        void whenItIsInvalid_thenItIsRefusedWithTheRemedy_andNotShown(String keys) {
            assertThatThrownBy(() -> LauncherSettings.of(Map.of("TIDEMARK_ENCRYPTION_KEY", keys)))
                    .isInstanceOf(LaunchException.class)
                    .hasMessage("TIDEMARK_ENCRYPTION_KEY is not a key of 32 bytes in Base64 (44 characters),"
                            + " as printed by: openssl rand -base64 32");
        }
    }

    @Nested
    class GivenAllowedNetworks {
        @ParameterizedTest
        @ValueSource(strings = {"10.1.0.0/16", "10.1.0.7, fd12::/16", "10.1.0.7 10.1.0.8", " 127.0.0.0/8,::1/128 "})
        void whenTheyAreValid_thenTheyAreAccepted(String networks) {
            assertThat(LauncherSettings.of(Map.of("TIDEMARK_ALLOW_NETWORKS", networks))
                            .product())
                    .containsKey("TIDEMARK_ALLOW_NETWORKS");
        }

        @ParameterizedTest
        @ValueSource(strings = {"10.1.0.0/33", "intranet.example", "10.1.0.0-10.1.0.9", "*"})
        void whenOneIsInvalid_thenItIsRefusedBeforeTheServerStarts(String networks) {
            assertThatThrownBy(() -> LauncherSettings.of(Map.of("TIDEMARK_ALLOW_NETWORKS", networks)))
                    .hasMessageContainingAll("TIDEMARK_ALLOW_NETWORKS", networks, "10.1.0.0/16");
        }
    }

    @Nested
    class GivenADirectory {
        @ParameterizedTest
        @ValueSource(strings = {"TIDEMARK_DATA_DIR", "TIDEMARK_PROBES_DIR"})
        void whenItIsAFile_thenItIsRefused(String name) {
            String file = Path.of("pom.xml").toAbsolutePath().toString();

            assertThatThrownBy(() -> LauncherSettings.of(Map.of(name, file)))
                    .hasMessage(name + " is \"" + file
                            + "\", which is not a directory. Use another path, or remove that file.");
        }
    }

    @Nested
    class GivenALanguage {
        @Test
        void whenItIsATag_thenTheProductGetsIt() {
            assertThat(LauncherSettings.of(Map.of("TIDEMARK_LANGUAGE", "pt-BR")).product())
                    .containsEntry("TIDEMARK_LANGUAGE", "pt-BR");
        }

        @Test
        void whenItIsNoTag_thenTheErrorStatesTheRemedy() {
            assertThatThrownBy(() -> LauncherSettings.of(Map.of("TIDEMARK_LANGUAGE", "en_US")))
                    .isInstanceOf(LaunchException.class)
                    .hasMessage("TIDEMARK_LANGUAGE is \"en_US\", which is not a language tag."
                            + " Use a BCP 47 tag such as en, de or pt-BR.");
        }
    }

    @Nested
    class GivenSettingsOfTheProduct {
        @Test
        void whenTheyAreBlank_thenTheyCountAsNotSet() {
            assertThat(LauncherSettings.of(Map.of("TIDEMARK_SMTP_USER", " ")).mailUser())
                    .isFalse();
            assertThat(LauncherSettings.of(Map.of("TIDEMARK_API_TOKEN", "")).product())
                    .doesNotContainKey("TIDEMARK_API_TOKEN");
        }

        @Test
        void whenTheyAreSet_thenTheProductGetsThemAndNothingElse() {
            assertThat(LauncherSettings.of(Map.of("TIDEMARK_LOCATION", "berlin", "PATH", "/bin"))
                            .product())
                    .containsEntry("TIDEMARK_LOCATION", "berlin")
                    .doesNotContainKey("PATH");
        }
    }
}
