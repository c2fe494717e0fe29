package dev.tidemark.prober.proxy;

import dev.tidemark.model.result.NetworkConditions;
import dev.tidemark.platform.url.HostName;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The conditions of one sample.
 *
 * @param hosts fixed addresses by host name, used instead of DNS; the address policy applies to them as well
 * @param limitBytes maximum received bytes, after which all connections are closed
 */
public record ProxySessionSettings(NetworkConditions network, Map<String, String> hosts, long limitBytes) {

    public ProxySessionSettings {
        Objects.requireNonNull(network, "shape");
        hosts = hosts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> name(entry.getKey()), Map.Entry::getValue, (first, second) -> first));
        if (limitBytes < 1) {
            throw new IllegalArgumentException("limitBytes must be at least 1, but is " + limitBytes);
        }
    }

    /** The form in which a browser asks for a host: ASCII, lower case, without the final dot of an absolute name. */
    static String name(String host) {
        String ascii = HostName.tryToAscii(host).orElseGet(() -> host.toLowerCase(Locale.ROOT));
        return ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    }

    /** Without throttling, fixed addresses and limit. */
    public static ProxySessionSettings unthrottled() {
        return throttled(NetworkConditions.UNTHROTTLED);
    }

    public static ProxySessionSettings throttled(NetworkConditions network) {
        return new ProxySessionSettings(network, Map.of(), Long.MAX_VALUE);
    }
}
