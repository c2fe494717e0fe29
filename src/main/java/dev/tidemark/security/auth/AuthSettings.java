package dev.tidemark.security.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of authentication and authorization. */
@ApplicationScoped
public class AuthSettings {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private final String httpHost;
    private final Optional<String> publicHost;
    private final boolean badges;
    private final boolean behindProxy;

    /**
     * @param httpHost the listen address, {@code TIDEMARK_HTTP_HOST}
     * @param publicUrl the URL for users when the server is behind a proxy, {@code TIDEMARK_PUBLIC_URL}
     * @param badges whether badges are public even if pages require authentication, {@code TIDEMARK_PUBLIC_BADGES}
     * @param behindProxy whether a reverse proxy makes the server reachable from other machines, {@code TIDEMARK_BEHIND_PROXY}
     */
    @Inject
    public AuthSettings(
            @ConfigProperty(name = "tidemark.http.host", defaultValue = "127.0.0.1") String httpHost,
            @ConfigProperty(name = "tidemark.public.url") Optional<String> publicUrl,
            @ConfigProperty(name = "tidemark.public.badges", defaultValue = "false") boolean badges,
            @ConfigProperty(name = "tidemark.behind.proxy", defaultValue = "false") boolean behindProxy) {
        this.httpHost = httpHost;
        this.behindProxy = behindProxy;
        this.publicHost = publicUrl.map(url -> URI.create(url).getHost()).map(host -> host.toLowerCase(Locale.ROOT));
        this.badges = badges;
    }

    /**
     * Whether badges require no authentication. A badge reveals the ID and one value of a probe to anyone who guesses its URL.
     */
    boolean areBadgesPublic() {
        return badges || isLoopbackOnly();
    }

    /** Whether only this machine can reach the server, so that reading requires no authentication. */
    boolean isLoopbackOnly() {
        return listensOnLoopback() && publicHost.isEmpty() && !behindProxy;
    }

    /**
     * Whether a Host header is valid for this server. On the loopback interface an unknown name indicates DNS rebinding by
     * another site.
     */
    boolean isOwnHost(String header) {
        if (!listensOnLoopback() || behindProxy && publicHost.isEmpty()) {
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
