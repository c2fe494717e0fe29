package dev.tidemark.analysis.diff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who stands behind a host: a name for those that many pages load ({@code owners.txt}), else the domain that somebody registered.
 * That is guessed without the public suffix list (https://publicsuffix.org): two labels, three below suffixes such as co.uk.
 */
final class HostOwners {

    private static final Map<String, String> KNOWN = read();
    private static final Set<String> SECOND_LEVELS =
            Set.of("co", "com", "net", "org", "gov", "ac", "edu", "or", "ne", "go", "gob", "nom");
    private static final List<String> SHARED = List.of(
            "github.io",
            "gitlab.io",
            "cloudfront.net",
            "herokuapp.com",
            "appspot.com",
            "web.app",
            "netlify.app",
            "vercel.app",
            "pages.dev",
            "workers.dev",
            "azurewebsites.net",
            "azureedge.net",
            "amazonaws.com",
            "fastly.net",
            "akamaized.net",
            "b-cdn.net");

    private HostOwners() {}

    static String of(String host) {
        return known(host).orElseGet(() -> registered(host));
    }

    /** The name of a well-known one. */
    static Optional<String> known(String host) {
        for (String rest = host;
                !rest.isEmpty();
                rest = rest.contains(".") ? rest.substring(rest.indexOf('.') + 1) : "") {
            if (KNOWN.containsKey(rest)) {
                return Optional.of(KNOWN.get(rest));
            }
        }
        return Optional.empty();
    }

    static String registered(String host) {
        String[] labels = host.split("\\.");
        if (host.matches("[0-9.]+|\\[.*") || labels.length <= 2) {
            return host;
        }
        boolean deep = SHARED.stream().anyMatch(shared -> host.endsWith("." + shared))
                || labels[labels.length - 1].length() == 2 && SECOND_LEVELS.contains(labels[labels.length - 2]);
        int kept = Math.min(labels.length, deep ? 3 : 2);
        return String.join(".", List.of(labels).subList(labels.length - kept, labels.length));
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
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
