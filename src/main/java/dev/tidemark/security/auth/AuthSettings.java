package dev.tidemark.security.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of who may do what. */
@ApplicationScoped
public class AuthSettings {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private final String httpHost;
    private final Optional<String> publicHost;
    private final boolean badges;

    /**
     * @param httpHost the address that is listened on, {@code TIDEMARK_HTTP_HOST}
     * @param publicUrl where people find the product when something stands in front of it, {@code TIDEMARK_PUBLIC_URL}
     * @param badges whether badges are shown to everybody also where pages need a login, {@code TIDEMARK_PUBLIC_BADGES}
     */
    @Inject
    public AuthSettings(
            @ConfigProperty(name = "tidemark.http.host", defaultValue = "127.0.0.1") String httpHost,
            @ConfigProperty(name = "tidemark.public.url") Optional<String> publicUrl,
            @ConfigProperty(name = "tidemark.public.badges", defaultValue = "false") boolean badges) {
        this.httpHost = httpHost;
        this.publicHost = publicUrl.map(url -> URI.create(url).getHost()).map(host -> host.toLowerCase(Locale.ROOT));
        this.badges = badges;
    }

    /** Whether badges need no login. A badge tells a probe's id and one value to whoever guesses its address. */
    boolean areBadgesPublic() {
        return badges || isLoopbackOnly();
    }

    /** Whether only this machine can reach the product, so that reading needs no login. */
    boolean isLoopbackOnly() {
        return listensOnLoopback() && publicHost.isEmpty();
    }

    /**
     * Whether a Host header may come from our own pages. On loopback a strange name means that a foreign page had its name
     * point here (DNS rebinding).
     */
    boolean isOwnHost(String header) {
        if (!listensOnLoopback()) {
            return true;
        }
        String host = header.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(host)
                || host.endsWith(".localhost")
                || publicHost.filter(host::equals).isPresent();
    }

    private boolean listensOnLoopback() {
        return LOOPBACK.contains(httpHost) || httpHost.startsWith("127.");
    }
}
