package dev.tidemark.config.writer;

import dev.tidemark.model.probe.PageLoadSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Writes the page load settings that differ from the defaults. */
final class PageLoadSettingsWriter {

    private final boolean showSecrets;

    PageLoadSettingsWriter(boolean showSecrets) {
        this.showSecrets = showSecrets;
    }

    void write(PageLoadSettings settings, Map<String, Object> map) {
        putUnlessEmpty(map, "headers", maskedUnlessShown(settings.headers(), SecretFields::isSecret));
        putUnlessEmpty(map, "cookies", maskedUnlessShown(settings.cookies(), name -> true));
        settings.basicAuthentication()
                .ifPresent(credentials -> map.put(
                        "basicAuth",
                        Map.of(
                                "user",
                                credentials.user(),
                                "password",
                                showSecrets ? credentials.password() : SecretFields.mask(credentials.password()))));
        putUnlessEmpty(map, "localStorage", maskedUnlessShown(settings.localStorage(), name -> true));
        if (!settings.blocked().isEmpty()) {
            map.put("block", settings.blocked());
        }
        putUnlessEmpty(map, "hosts", settings.hosts());
        settings.locale().ifPresent(locale -> map.put("locale", locale));
        settings.timeZone().ifPresent(zone -> map.put("timezone", zone));
        if (settings.acceptInvalidCertificates()) {
            map.put("acceptInvalidCertificates", true);
        }
        if (settings.repeatView()) {
            map.put("views", List.of("first", "repeat"));
        }
        settings.expectedUrl().ifPresent(expected -> map.put("expect", Map.of("url", expected.text())));
        if (!settings.timeout().equals(PageLoadSettings.DEFAULT_TIMEOUT)) {
            map.put("timeout", settings.timeout().toString());
        }
    }

    private Map<String, String> maskedUnlessShown(Map<String, String> values, Predicate<String> secret) {
        Map<String, String> shown = new LinkedHashMap<>();
        values.forEach(
                (name, value) -> shown.put(name, showSecrets || !secret.test(name) ? value : SecretFields.mask(value)));
        return shown;
    }

    private static void putUnlessEmpty(Map<String, Object> map, String key, Map<String, String> values) {
        if (!values.isEmpty()) {
            map.put(key, values);
        }
    }
}
