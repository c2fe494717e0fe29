package dev.tidemark.model.probe;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of a page load.
 *
 * @param headers sent with every first-party request
 * @param cookies set before the first request, by name
 * @param localStorage of the page's origin, by key
 * @param blocked URL patterns ({@code *} matches anything) of requests that are blocked
 * @param hosts IP addresses by host name, used instead of DNS
 * @param expectedUrl what the final URL must match
 * @param timeout the maximum duration of a sample, 5 s to 180 s
 */
public record PageLoadSettings(
        Map<String, String> headers,
        Map<String, String> cookies,
        Optional<Credentials> basicAuthentication,
        Map<String, String> localStorage,
        List<String> blocked,
        Map<String, String> hosts,
        Optional<String> locale,
        Optional<String> timeZone,
        boolean acceptInvalidCertificates,
        boolean repeatView,
        Optional<ExpectedUrl> expectedUrl,
        Duration timeout) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(45);

    private static final PageLoadSettings PLAIN = new PageLoadSettings(
            Map.of(),
            Map.of(),
            Optional.empty(),
            Map.of(),
            List.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            DEFAULT_TIMEOUT);

    public PageLoadSettings {
        headers = inOrder(headers);
        cookies = inOrder(cookies);
        localStorage = Map.copyOf(localStorage);
        blocked = List.copyOf(blocked);
        hosts = Map.copyOf(hosts);
        if (timeout.compareTo(Duration.ofSeconds(5)) < 0 || timeout.compareTo(Duration.ofSeconds(180)) > 0) {
            throw new InvalidValueException("validation.timeout.range", timeout);
        }
    }

    /** The same settings with other values that may be secret. */
    PageLoadSettings withSecrets(
            Map<String, String> newHeaders,
            Map<String, String> newCookies,
            Optional<Credentials> newCredentials,
            Map<String, String> newStorage) {
        return new PageLoadSettings(
                newHeaders,
                newCookies,
                newCredentials,
                newStorage,
                blocked,
                hosts,
                locale,
                timeZone,
                acceptInvalidCertificates,
                repeatView,
                expectedUrl,
                timeout);
    }

    /** Cookies and headers are sent in the order of the definition. */
    private static Map<String, String> inOrder(Map<String, String> values) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static PageLoadSettings plain() {
        return PLAIN;
    }

    /** A user name and password; the text form hides the password. */
    public record Credentials(String user, String password) {
        @Override
        public String toString() {
            return user + ":***";
        }
    }
}
