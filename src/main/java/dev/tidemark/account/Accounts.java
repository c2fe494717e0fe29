package dev.tidemark.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The door to who is let in: by password, by the session that began with it, by token; and to the first of them. */
@ApplicationScoped
public class Accounts {

    static final String ADMIN = "admin";
    static final String TOKEN_SETTING = "TIDEMARK_API_TOKEN";

    private static final String FIRST_TOKEN = "first-start";

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

    /**
     * Whether name and password belong together. Takes its time, and so no transaction.
     *
     * @param typed the name in any case, as people type it
     */
    public Optional<Login> check(String typed, String password) {
        String name = Naming.typed(typed);
        Optional<AccountEntity> account = find(name);
        String stored = account.map(AccountEntity::passwordHash).orElse(NOBODY);
        boolean right = PasswordHash.matches(password, stored);
        return account.filter(known -> right).map(known -> new Login(name, known.credential()));
    }

    /** Keeps that they have signed in just now. */
    @Transactional
    public void signedIn(Login login) {
        find(login.name()).ifPresent(account -> account.signIn(clock.instant()));
    }

    /** What they may do; empty when the user is gone, or has another password than the one that was shown. */
    public Optional<Role> roleOf(Login login) {
        return find(login.name())
                .filter(account -> account.credential().equals(login.credential()))
                .map(AccountEntity::role);
    }

    /** The token with that secret, also when it has expired. */
    public Optional<Token> token(String secret) {
        return Optional.ofNullable(entities.find(TokenEntity.class, RandomSecret.hash(secret)))
                .map(TokenEntity::token);
    }

    /**
     * Sees to it that somebody and some script can come in: by the settings, or by what is made up when there is nobody yet.
     * Two nodes that start at once take turns.
     */
    @Transactional
    FirstLogin setUp(Optional<String> password, Optional<String> token) {
        entities.createNativeQuery("LOCK TABLE account, api_token IN SHARE ROW EXCLUSIVE MODE")
                .executeUpdate();
        boolean first = count("AccountEntity") == 0;
        Optional<String> madePassword =
                first && password.isEmpty() ? Optional.of(RandomSecret.password()) : Optional.empty();
        Optional<String> madeToken = first && token.isEmpty() && count("TokenEntity") == 0
                ? Optional.of(RandomSecret.token())
                : Optional.empty();
        password.or(() -> madePassword).ifPresent(this::setAdmin);
        token.ifPresent(this::setToken);
        madeToken.ifPresent(secret -> entities.persist(token(secret, FIRST_TOKEN, Token.Origin.FIRST)));
        return new FirstLogin(ADMIN, madePassword, madeToken);
    }

    /** A password that is the same as before ends no session: another node may have set it a moment ago. */
    private void setAdmin(String password) {
        Instant now = clock.instant();
        Optional<AccountEntity> known = find(ADMIN);
        if (known.isEmpty()) {
            entities.persist(new AccountEntity(ADMIN, Role.OPERATOR, PasswordHash.of(password), now));
            return;
        }
        known.get().become(Role.OPERATOR);
        if (!PasswordHash.matches(password, known.get().passwordHash())) {
            known.get().changePassword(PasswordHash.of(password), now);
        }
    }

    private void setToken(String secret) {
        Optional.ofNullable(entities.find(TokenEntity.class, RandomSecret.hash(secret)))
                .ifPresentOrElse(
                        known -> known.becomeSetting(TOKEN_SETTING),
                        () -> entities.persist(token(secret, TOKEN_SETTING, Token.Origin.SETTING)));
    }

    private TokenEntity token(String secret, String name, Token.Origin origin) {
        Token token = new Token(
                UUID.randomUUID(),
                name,
                Scope.WRITE,
                origin,
                clock.instant(),
                ADMIN,
                Optional.empty(),
                Optional.empty());
        return new TokenEntity(RandomSecret.hash(secret), token);
    }

    private Optional<AccountEntity> find(String name) {
        return Naming.isName(name) ? Optional.ofNullable(entities.find(AccountEntity.class, name)) : Optional.empty();
    }

    private long count(String entity) {
        return entities.createQuery("SELECT COUNT(e) FROM " + entity + " e", Long.class)
                .getSingleResult();
    }
}
