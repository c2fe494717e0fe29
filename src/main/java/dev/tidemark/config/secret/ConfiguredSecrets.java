package dev.tidemark.config.secret;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Secrets from settings: {@code TIDEMARK_SECRET_SHOP_PASSWORD} is the value of {@code secret:shop-password}. */
@ApplicationScoped
class ConfiguredSecrets {

    private static final String PREFIX = "TIDEMARK_SECRET_";

    private final Config config;

    @Inject
    ConfiguredSecrets(Config config) {
        this.config = config;
    }

    /** The name of the setting, if it is set. */
    Optional<String> settingOf(String name) {
        return value(name).map(value -> setting(name));
    }

    Optional<String> value(String name) {
        return config.getOptionalValue(setting(name), String.class);
    }

    private static String setting(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
