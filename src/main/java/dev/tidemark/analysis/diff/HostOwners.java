package dev.tidemark.analysis.diff;

import dev.tidemark.model.result.RegistrableDomain;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Owners of hosts: a name for well-known third parties ({@code owners.txt}), else the registrable domain.
 */
final class HostOwners {

    private static final Map<String, String> KNOWN = read();

    private HostOwners() {}

    static String of(String host) {
        return known(host).orElseGet(() -> RegistrableDomain.ofHost(host));
    }

    /** The name of a well-known owner. */
    static Optional<String> known(String host) {
        for (String suffix = host;
                !suffix.isEmpty();
                suffix = suffix.contains(".") ? suffix.substring(suffix.indexOf('.') + 1) : "") {
            if (KNOWN.containsKey(suffix)) {
                return Optional.of(KNOWN.get(suffix));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> read() {
        try (InputStream in = HostOwners.class.getResourceAsStream("owners.txt")) {
            Map<String, String> owners = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] parts = line.split(":", 2);
                        for (String domain : parts[1].strip().split(" +")) {
                            owners.put(domain, parts[0]);
                        }
                    });
            return owners;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
