package dev.tidemark.security.oidc;

import dev.tidemark.security.account.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** Settings of OpenID Connect. Invalid ones stop the start with all errors. */
@ApplicationScoped
public class OidcSettings {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Optional<String> issuer;
    private final String clientId;
    private final Optional<String> clientSecret;
    private final String scopes;
    private final String groupsClaim;
    private final Set<String> admins;
    private final Set<String> editors;
    private final Set<String> viewers;
    private final Optional<String> publicUrl;

    /** @param config {@code TIDEMARK_OIDC_*} and {@code TIDEMARK_PUBLIC_URL} */
    @Inject
    public OidcSettings(Config config) {
        this.issuer = text(config, "tidemark.oidc.issuer");
        this.clientId = text(config, "tidemark.oidc.client.id").orElse("");
        this.clientSecret = text(config, "tidemark.oidc.client.secret");
        this.scopes = text(config, "tidemark.oidc.scopes").orElse("openid profile email");
        this.groupsClaim = text(config, "tidemark.oidc.groups.claim").orElse("groups");
        this.admins = groups(config, "tidemark.oidc.admin.groups");
        this.editors = groups(config, "tidemark.oidc.editor.groups");
        this.viewers = groups(config, "tidemark.oidc.viewer.groups");
        this.publicUrl = text(config, "tidemark.public.url");
        issuer.ifPresent(this::requireValid);
    }

    void begin(@Observes Startup startup) {
        // Being created has validated the settings.
    }

    private void requireValid(String url) {
        List<String> errors = new ArrayList<>();
        if (!isAcceptable(url)) {
            errors.add("TIDEMARK_OIDC_ISSUER must be an https URL, http only on this machine: " + url);
        }
        if (clientId.isEmpty()) {
            errors.add("TIDEMARK_OIDC_CLIENT_ID is missing");
        }
        if (admins.isEmpty() && editors.isEmpty() && viewers.isEmpty()) {
            errors.add("nobody could sign in: set TIDEMARK_OIDC_ADMIN_GROUPS, TIDEMARK_OIDC_EDITOR_GROUPS or"
                    + " TIDEMARK_OIDC_VIEWER_GROUPS");
        }
        if (!Arrays.asList(scopes.split(" ")).contains("openid")) {
            errors.add("TIDEMARK_OIDC_SCOPES must contain openid");
        }
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("OpenID Connect: " + String.join("; ", errors));
        }
    }

    private static boolean isAcceptable(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getQuery() == null && isSecure(uri);
        } catch (IllegalArgumentException invalid) {
            return false;
        }
    }

    private static boolean isSecure(URI uri) {
        return uri.getHost() != null
                && ("https".equals(uri.getScheme())
                        || "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
    }

    /** Whether secrets may be sent to an endpoint of the provider: by https, and by http on this machine if the issuer is there. */
    boolean isAcceptableEndpoint(URI uri) {
        return isSecure(uri) && (uri.getScheme().equals("https") || issuer().startsWith("http:"));
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Set<String> groups(Config config, String name) {
        return Arrays.stream(text(config, name).orElse("").split(","))
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isEnabled() {
        return issuer.isPresent();
    }

    String issuer() {
        return issuer.orElseThrow();
    }

    String clientId() {
        return clientId;
    }

    Optional<String> clientSecret() {
        return clientSecret;
    }

    String[] scopes() {
        return scopes.split(" ");
    }

    String groupsClaim() {
        return groupsClaim;
    }

    Optional<String> publicUrl() {
        return publicUrl;
    }

    /** The most powerful role of the groups; empty if none of them has one. */
    Optional<Role> roleOf(Set<String> groups) {
        if (groups.stream().anyMatch(admins::contains)) {
            return Optional.of(Role.OPERATOR);
        }
        if (groups.stream().anyMatch(editors::contains)) {
            return Optional.of(Role.EDITOR);
        }
        return groups.stream().anyMatch(viewers::contains) ? Optional.of(Role.READER) : Optional.empty();
    }
}
