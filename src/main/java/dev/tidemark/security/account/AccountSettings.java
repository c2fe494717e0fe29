package dev.tidemark.security.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the settings say of the first user and token. */
@ApplicationScoped
public class AccountSettings {

    private final Optional<String> password;
    private final Optional<String> token;
    private final Optional<Path> data;

    /**
     * @param password of the user admin, {@code TIDEMARK_ADMIN_PASSWORD}; holds from the next start on
     * @param token accepted besides those in the database, {@code TIDEMARK_API_TOKEN}; holds from the next start on
     * @param data where the first login is written, {@code TIDEMARK_DATA_DIR}
     */
    @Inject
    public AccountSettings(
            @ConfigProperty(name = "tidemark.admin.password") Optional<String> password,
            @ConfigProperty(name = "tidemark.api.token") Optional<String> token,
            @ConfigProperty(name = "tidemark.data.dir") Optional<Path> data) {
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

    /** Whether it is the admin whose password comes back at each start. */
    boolean definesPasswordOf(String user) {
        return user.equals(Accounts.ADMIN) && password.isPresent();
    }

    boolean isConfiguredToken(String hash) {
        return token.map(SecretGenerator::hash).filter(hash::equals).isPresent();
    }
}
