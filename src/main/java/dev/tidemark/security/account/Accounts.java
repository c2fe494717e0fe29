package dev.tidemark.security.account;

import dev.tidemark.platform.audit.AuditActor;
import dev.tidemark.platform.audit.AuditChange;
import dev.tidemark.platform.audit.AuditLog;
import dev.tidemark.platform.audit.AuditOrigin;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;

/** Authenticates users by password or session and scripts by token; creates the initial user and token. */
@ApplicationScoped
public class Accounts {

    static final String ADMIN = "admin";
    static final String TOKEN_SETTING = "TIDEMARK_API_TOKEN";

    private static final Logger LOG = Logger.getLogger(Accounts.class.getName());
    private static final String FIRST_TOKEN = "first-start";
    private static final AuditOrigin SETTINGS = new AuditOrigin(
            new AuditActor(AuditActor.Kind.SETTING, "setting"), AuditOrigin.Channel.SETTING, Optional.empty());

    @PersistenceContext(unitName = "tidemark")
    private EntityManager entities;

    private final Clock clock;
    private final PasswordHasher passwords;

    @Inject
    Accounts(Clock clock, PasswordHasher passwords) {
        this.clock = clock;
        this.passwords = passwords;
    }

    Accounts(EntityManager entities, Clock clock, PasswordHasher passwords) {
        this(clock, passwords);
        this.entities = entities;
    }

    /**
     * Verifies a user name and password. Slow by design, and therefore without a transaction.
     *
     * @param enteredName the name in any case
     */
    public Optional<SessionLogin> authenticate(String enteredName, String password) {
        String name = AccountRules.normalized(enteredName);
        Optional<AccountEntity> account = find(name);
        boolean matches = passwords.matches(password, account.map(AccountEntity::passwordHash));
        return account.filter(known -> matches).map(known -> new SessionLogin(name, known.credential()));
    }

    /** The name of the user that was entered to sign in, in any case; empty if there is no such user. */
    public Optional<String> knownName(String entered) {
        return find(AccountRules.normalized(entered))
                .map(account -> account.user().name());
    }

    /** Records the time of a sign-in. */
    @Transactional
    public void recordSignIn(SessionLogin login) {
        find(login.name()).ifPresent(account -> {
            account.signIn(clock.instant());
            AuditOrigin user = AuditOrigin.current().by(new AuditActor(AuditActor.Kind.USER, login.name()));
            user.run(() -> AuditLog.record(entities, AuditChange.action("sign-in", "session", login.name(), Map.of())));
        });
    }

    /** The role of the user; empty when the user has been removed or the password has changed since the sign-in. */
    public Optional<Role> roleOf(SessionLogin login) {
        return find(login.name())
                .filter(account -> account.credential().equals(login.credential()))
                .map(AccountEntity::role);
    }

    /** The token with that secret, including an expired one. */
    public Optional<ApiToken> token(String secret) {
        return Optional.ofNullable(entities.find(ApiTokenEntity.class, SecretGenerator.hash(secret)))
                .map(ApiTokenEntity::token);
    }

    /**
     * Ensures that there is a user and a token: those of the settings, or generated ones when there are none yet. Two nodes
     * that start at the same time are serialized.
     *
     * @param weakAllowed whether a guessable password is accepted from the settings with a warning. Otherwise it is not applied,
     *     unless it is the password already: an upgrade locks nobody out
     */
    @Transactional
    InitialCredentials setUp(Optional<String> password, Optional<String> token, boolean weakAllowed) {
        entities.createNativeQuery("LOCK TABLE account, api_token IN SHARE ROW EXCLUSIVE MODE")
                .executeUpdate();
        return SETTINGS.supply(() -> setUpLocked(password.filter(text -> isAccepted(text, weakAllowed)), token));
    }

    private InitialCredentials setUpLocked(Optional<String> accepted, Optional<String> token) {
        boolean first = count("AccountEntity") == 0;
        Optional<String> generatedPassword =
                first && accepted.isEmpty() ? Optional.of(SecretGenerator.password()) : Optional.empty();
        Optional<String> generatedToken = first && token.isEmpty() && count("ApiTokenEntity") == 0
                ? Optional.of(SecretGenerator.token())
                : Optional.empty();
        accepted.or(() -> generatedPassword).ifPresent(this::setAdmin);
        token.ifPresent(this::setToken);
        generatedToken.ifPresent(secret -> addToken(secret, FIRST_TOKEN, ApiToken.Origin.FIRST));
        return new InitialCredentials(ADMIN, generatedPassword, generatedToken);
    }

    private boolean isAccepted(String password, boolean weakAllowed) {
        Optional<LocalizedMessage> objection = PasswordRules.objection(password, ADMIN);
        if (objection.isEmpty()) {
            return true;
        }
        if (weakAllowed || passwords.matches(password, find(ADMIN).map(AccountEntity::passwordHash))) {
            LOG.warning(() -> "TIDEMARK_ADMIN_PASSWORD should be changed. " + objection.get());
            return true;
        }
        LOG.severe(() -> "TIDEMARK_ADMIN_PASSWORD was not applied, because others can reach this server. "
                + objection.get() + " Then restart. At the first start, first-login.txt in the data directory has a"
                + " generated password.");
        return false;
    }

    /** An unchanged password ends no session, as another node may have set it a moment ago. */
    private void setAdmin(String password) {
        Instant now = clock.instant();
        Optional<AccountEntity> known = find(ADMIN);
        if (known.isEmpty()) {
            entities.persist(new AccountEntity(ADMIN, Role.OPERATOR, passwords.hash(password), now));
            AuditLog.record(
                    entities, AuditChange.created(Users.AUDITED_AS, ADMIN, Users.document(ADMIN, Role.OPERATOR)));
            return;
        }
        restoreRole(known.get());
        if (!passwords.matches(password, known.map(AccountEntity::passwordHash))) {
            known.get().changePassword(passwords.hash(password), now);
            AuditLog.record(entities, Users.passwordChange(known.get()));
            new SecondFactors(entities, clock).remove(ADMIN, "TIDEMARK_ADMIN_PASSWORD");
        }
    }

    private void restoreRole(AccountEntity admin) {
        if (admin.role() != Role.OPERATOR) {
            Map<String, Object> before = Users.document(ADMIN, admin.role());
            admin.changeRole(Role.OPERATOR);
            AuditLog.record(
                    entities,
                    AuditChange.updated(Users.AUDITED_AS, ADMIN, before, Users.document(ADMIN, Role.OPERATOR)));
        }
    }

    private void setToken(String secret) {
        Optional.ofNullable(entities.find(ApiTokenEntity.class, SecretGenerator.hash(secret)))
                .ifPresentOrElse(
                        known -> known.useAsSetting(TOKEN_SETTING),
                        () -> addToken(secret, TOKEN_SETTING, ApiToken.Origin.SETTING));
    }

    private void addToken(String secret, String name, ApiToken.Origin origin) {
        ApiToken token = new ApiToken(
                UUID.randomUUID(),
                name,
                TokenScope.WRITE,
                origin,
                clock.instant(),
                ADMIN,
                Optional.empty(),
                Optional.empty());
        entities.persist(new ApiTokenEntity(SecretGenerator.hash(secret), token));
        AuditLog.record(entities, AuditChange.created(ApiTokens.AUDITED_AS, name, ApiTokens.document(token)));
    }

    private Optional<AccountEntity> find(String name) {
        return AccountRules.isName(name)
                ? Optional.ofNullable(entities.find(AccountEntity.class, name))
                : Optional.empty();
    }

    private long count(String entity) {
        return entities.createQuery("SELECT COUNT(e) FROM " + entity + " e", Long.class)
                .getSingleResult();
    }
}
