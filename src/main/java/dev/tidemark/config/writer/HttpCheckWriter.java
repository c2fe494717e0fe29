package dev.tidemark.config.writer;

import dev.tidemark.model.probe.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes an HTTP check in the format of {@code HttpCheckReader}. */
final class HttpCheckWriter {

    private final boolean showSecrets;

    HttpCheckWriter(boolean showSecrets) {
        this.showSecrets = showSecrets;
    }

    void write(Target.Http http, Map<String, Object> map) {
        map.put("kind", "http");
        map.put("url", http.url().toString());
        map.put("method", http.method());
        http.body()
                .ifPresent(body ->
                        map.put("body", showSecrets || !SecretFields.isSecret(body) ? body : SecretFields.mask(body)));
        Map<String, Object> expect = ExpectationWriter.write(http.expect());
        if (!expect.isEmpty()) {
            map.put("expect", expect);
        }
        Map<String, String> values = new LinkedHashMap<>(http.values());
        Optional.ofNullable(values.remove("VALUE")).ifPresent(value -> map.put("value", value));
        if (!values.isEmpty()) {
            map.put("values", values);
        }
    }
}
