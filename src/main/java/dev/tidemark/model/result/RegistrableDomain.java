package dev.tidemark.model.result;

import de.malkusch.whoisServerList.publicSuffixList.PublicSuffixList;
import de.malkusch.whoisServerList.publicSuffixList.PublicSuffixListFactory;
import dev.tidemark.platform.url.HostName;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The registrable domain of a host, one label below a public suffix (https://publicsuffix.org): {@code tracker.co.uk} for
 * {@code cdn.tracker.co.uk}, {@code team.github.io} for {@code team.github.io}. Hosts with the same registrable domain are the
 * same site.
 */
public final class RegistrableDomain {

    private static final Pattern IP_ADDRESS = Pattern.compile("\\[.*]|[0-9.]+|[0-9a-f]*:[0-9a-f:.]+");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?i)[a-z][a-z0-9+.-]*://(?:[^/?#\\\\@]*@)?(\\[[^]]*]|[^/?#\\\\:]*).*", Pattern.DOTALL);

    private RegistrableDomain() {}

    /**
     * The registrable domain of a host without a port, in ASCII and lower case. IP addresses, single labels and public suffixes
     * are returned unchanged.
     */
    public static String ofHost(String host) {
        String name = normalized(host);
        if (IP_ADDRESS.matcher(name).matches() || !name.contains(".")) {
            return name;
        }
        String found = Suffixes.LIST.getRegistrableDomain(name);
        return found == null ? name : found;
    }

    /** The registrable domain of the host of a URL; empty for a URL without a host, such as {@code data:}. */
    public static Optional<String> ofUrl(String url) {
        return hostOf(url).map(RegistrableDomain::ofHost);
    }

    /** The host of a URL as written, also for URLs that java.net.URI does not accept. */
    public static Optional<String> hostOf(String url) {
        return Optional.of(AUTHORITY.matcher(url))
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .filter(host -> !host.isEmpty());
    }

    private static String normalized(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        String withoutDot = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return HostName.tryToAscii(withoutDot).orElse(withoutDot);
    }

    /** Loaded on first use, because this takes a third of a second. */
    private static final class Suffixes {
        private static final PublicSuffixList LIST = new PublicSuffixListFactory().build();
    }
}
