package dev.tidemark.gateway;

import dev.tidemark.observation.NetworkShape;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The conditions of one sample.
 *
 * @param hosts addresses instead of DNS, by host name; the policy holds for them as well
 * @param limitBytes how many bytes may come in before every connection is cut
 */
public record PassageSettings(NetworkShape shape, Map<String, String> hosts, long limitBytes) {

    public PassageSettings {
        Objects.requireNonNull(shape, "shape");
        hosts = hosts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
        if (limitBytes < 1) {
            throw new IllegalArgumentException("limitBytes " + limitBytes + " must be at least 1");
        }
    }

    /** Unshaped, real names, no limit. */
    public static PassageSettings plain() {
        return shaped(NetworkShape.UNSHAPED);
    }

    public static PassageSettings shaped(NetworkShape shape) {
        return new PassageSettings(shape, Map.of(), Long.MAX_VALUE);
    }
}
