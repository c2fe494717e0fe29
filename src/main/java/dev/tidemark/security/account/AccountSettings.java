package dev.tidemark.security.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of the initial user and token. */
@ApplicationScoped
public class AccountSettings {

    private final Optional<String> password;
    private final Optional<String> token;
    private final Optional<Path> data;
    private final boolean loopbackOnly;

    /**
     * @param password of the user admin, {@code TIDEMARK_ADMIN_PASSWORD}; applied at each start
     * @param token accepted in addition to those in the database, {@code TIDEMARK_API_TOKEN}; applied at each start
     * @param data the directory where the initial credentials are written, {@code TIDEMARK_DATA_DIR}
     * @param httpHost the listen address, {@code TIDEMARK_HTTP_HOST}
     * @param publicUrl the URL for users when the server is behind a proxy, {@code TIDEMARK_PUBLIC_URL}
     * @param behindProxy whether a reverse proxy makes the server reachable from other machines, {@code TIDEMARK_BEHIND_PROXY}
     */
    @Inject
    public AccountSettings(
            @ConfigProperty(name = "tidemark.admin.password") Optional<String> password,
            @ConfigProperty(name = "tidemark.api.token") Optional<String> token,
            @ConfigProperty(name = "tidemark.data.dir") Optional<Path> data,
            @ConfigProperty(name = "tidemark.http.host", defaultValue = "127.0.0.1") String httpHost,
            @ConfigProperty(name = "tidemark.public.url") Optional<String> publicUrl,
            @ConfigProperty(name = "tidemark.behind.proxy", defaultValue = "false") boolean behindProxy) {
        this.loopbackOnly = (httpHost.equals("localhost") || httpHost.matches("127\\..*|\\[?::1]?"))
                && publicUrl.isEmpty()
                && !behindProxy;
        this.password = password;
        this.token = token;
        this.data = data;
    }

    Optional<String> password() {
        return password;
    }

    Optional<String> token() {
        return token;
    }

    Optional<Path> data() {
        return data;
    }

    /** Whether only this machine can reach the server. */
    boolean isLoopbackOnly() {
        return loopbackOnly;
    }

    /** Whether the setting defines the password of the user. */
    boolean definesPasswordOf(String user) {
        return user.equals(Accounts.ADMIN) && password.isPresent();
    }

    boolean isConfiguredToken(String hash) {
        return token.map(SecretGenerator::hash).filter(hash::equals).isPresent();
    }
}
