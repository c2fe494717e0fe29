package dev.tidemark.config.writer;

import dev.tidemark.model.probe.PageLoadSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Writes what makes a visit differ from a plain one; what does not differ is left out. */
final class PageLoadSettingsWriter {

    private final boolean secretsShown;

    PageLoadSettingsWriter(boolean secretsShown) {
        this.secretsShown = secretsShown;
    }

    void write(PageLoadSettings visit, Map<String, Object> map) {
        group(map, "headers", shown(visit.headers(), SecretFields::isTelling));
        group(map, "cookies", shown(visit.cookies(), name -> true));
        visit.basicAuthentication()
                .ifPresent(credentials -> map.put(
                        "basicAuth",
                        Map.of(
                                "user",
                                credentials.user(),
                                "password",
                                secretsShown ? credentials.password() : SecretFields.MASK)));
        group(map, "localStorage", shown(visit.localStorage(), name -> true));
        if (!visit.blocked().isEmpty()) {
            map.put("block", visit.blocked());
        }
        group(map, "hosts", visit.hosts());
        visit.locale().ifPresent(locale -> map.put("locale", locale));
        visit.timeZone().ifPresent(zone -> map.put("timezone", zone));
        if (visit.acceptInvalidCertificates()) {
            map.put("acceptInvalidCertificates", true);
        }
        if (visit.repeatView()) {
            map.put("views", List.of("first", "repeat"));
        }
        if (!visit.timeout().equals(PageLoadSettings.DEFAULT_TIMEOUT)) {
            map.put("timeout", visit.timeout().toString());
        }
    }

    private Map<String, String> shown(Map<String, String> values, Predicate<String> secret) {
        Map<String, String> shown = new LinkedHashMap<>();
        values.forEach(
                (name, value) -> shown.put(name, secretsShown || !secret.test(name) ? value : SecretFields.MASK));
        return shown;
    }

    private static void group(Map<String, Object> map, String key, Map<String, String> values) {
        if (!values.isEmpty()) {
            map.put(key, values);
        }
    }
}
