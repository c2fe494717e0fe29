package dev.tidemark.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcSettingsTest {

    /** Valid settings, with changes: names and values. */
    static OidcSettings settings(String... more) {
        Map<String, String> values = new LinkedHashMap<>(Map.of(
                "tidemark.oidc.issuer", "https://id.example/realm",
                "tidemark.oidc.client.id", "tidemark",
                "tidemark.oidc.admin.groups", "admins"));
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        return new OidcSettings(new MapConfig(values));
    }

    @Nested
    class GivenSettings {

        @Test
        void whenTheyAreIncomplete_thenAllErrorsAreReportedAtOnce() {
            assertThatThrownBy(() -> settings(
                            "tidemark.oidc.issuer", "ftp://x",
                            "tidemark.oidc.client.id", " ",
                            "tidemark.oidc.admin.groups", ",",
                            "tidemark.oidc.scopes", "profile"))
                    .hasMessageContainingAll(
                            "TIDEMARK_OIDC_ISSUER must be an https URL, http only on this machine: ftp://x",
                            "TIDEMARK_OIDC_CLIENT_ID",
                            "TIDEMARK_OIDC_ADMIN_GROUPS",
                            "TIDEMARK_OIDC_SCOPES");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"http://id.example/", "https://id.example/?a=b", "https:///x", "id.example", "https://a b"})
        void whenTheIssuerIsNotSecure_thenItIsRejected(String issuer) {
            assertThatThrownBy(() -> settings("tidemark.oidc.issuer", issuer)).hasMessageContaining("https");
        }

        @Test
        void whenThereIsNoIssuer_thenItIsOff() {
            assertThat(settings("tidemark.oidc.issuer", "", "tidemark.oidc.client.id", "")
                            .isEnabled())
                    .isFalse();
        }
    }

    /** Settings in a map. */
    private record MapConfig(Map<String, String> values) implements Config {

        @Override
        public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
            return Optional.ofNullable(values.get(name)).map(type::cast);
        }

        @Override
        public <T> T getValue(String name, Class<T> type) {
            return getOptionalValue(name, type).orElseThrow();
        }

        @Override
        public ConfigValue getConfigValue(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterable<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public Iterable<ConfigSource> getConfigSources() {
            return List.of();
        }

        @Override
        public <T> Optional<Converter<T>> getConverter(Class<T> type) {
            return Optional.empty();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}
