package dev.tidemark.config.writer;

import dev.tidemark.model.probe.Probe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A definition for places that are not encrypted, such as the audit log. Everything that can hold a secret is masked, also where
 * its name does not indicate one: headers, cookies, storage, bodies and filled values.
 */
public final class SecretFreeDefinition {

    private static final Set<String> MAPS = Set.of("headers", "cookies", "localStorage", "sessionStorage");
    private static final String EXPECTATION = "expect";
    private static final String BODY = "body";
    private static final String SELECTOR = "selector";
    private static final String VALUE = "value";

    private SecretFreeDefinition() {}

    public static Map<String, Object> of(Probe probe) {
        return mapping(ProbeWriter.masked(probe), false);
    }

    private static Object free(Object value, boolean mask) {
        if (value instanceof Map<?, ?> map) {
            return mapping(map, mask);
        }
        if (value instanceof List<?> items) {
            return items.stream().map(item -> free(item, mask)).toList();
        }
        return mask && value != null ? SecretFields.mask(value.toString()) : value;
    }

    private static Map<String, Object> mapping(Map<?, ?> map, boolean mask) {
        Map<String, Object> free = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            String name = key.toString();
            boolean filled = name.equals(VALUE) && map.containsKey(SELECTOR);
            boolean masked = mask || MAPS.contains(name) || name.equals(BODY) || filled;
            free.put(name, name.equals(EXPECTATION) ? value : free(value, masked));
        });
        return free;
    }
}
