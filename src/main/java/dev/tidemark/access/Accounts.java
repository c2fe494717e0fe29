package dev.tidemark.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** The door to who there is. */
@ApplicationScoped
public class Accounts {

    static final String ADMIN = "admin";

    /** Compared with when the user does not exist, so that the answer takes as long as for one who does. */
    private static final String NOBODY = PasswordHash.of(RandomSecret.password());

    @PersistenceContext(unitName = "tidemark")
    private EntityManager entities;

    private final Clock clock;

    protected Accounts() {
        this((Clock) null);
    }

    @Inject
    public Accounts(Clock clock) {
        this.clock = clock;
    }

    Accounts(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Whether name and password belong together. */
    public boolean isPassword(String name, String password) {
        Optional<AccountEntity> account = Optional.ofNullable(entities.find(AccountEntity.class, name));
        String stored = account.map(AccountEntity::passwordHash).orElse(NOBODY);
        return PasswordHash.matches(password, stored) && account.isPresent();
    }

    /** The name of the token's owner; empty when nobody owns it. */
    public Optional<String> ownerOf(String token) {
        return Optional.ofNullable(entities.find(TokenEntity.class, RandomSecret.hash(token)))
                .map(TokenEntity::name);
    }

    /**
     * Sees to it that there is a user and a token: those of the settings, or made up when there is none yet.
     * Two nodes that start at once take turns.
     */
    @Transactional
    FirstLogin setUp(Optional<String> password, Optional<String> token) {
        entities.createNativeQuery("LOCK TABLE account, api_token IN SHARE ROW EXCLUSIVE MODE")
                .executeUpdate();
        boolean noUser = entities.find(AccountEntity.class, ADMIN) == null;
        boolean noToken = count("TokenEntity") == 0;
        Optional<String> madePassword =
                noUser && password.isEmpty() ? Optional.of(RandomSecret.password()) : Optional.empty();
        Optional<String> madeToken = noToken && token.isEmpty() ? Optional.of(RandomSecret.token()) : Optional.empty();
        password.or(() -> madePassword)
                .ifPresent(secret -> entities.merge(new AccountEntity(ADMIN, secret, clock.instant())));
        token.or(() -> madeToken).ifPresent(secret -> entities.merge(new TokenEntity(secret, ADMIN, clock.instant())));
        return new FirstLogin(ADMIN, madePassword, madeToken);
    }

    private long count(String entity) {
        return entities.createQuery("SELECT COUNT(e) FROM " + entity + " e", Long.class)
                .getSingleResult();
    }
}
