package dev.tidemark.security.account;

import dev.tidemark.platform.runtime.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;

/** Manages tokens. Changes take turns, and leave a line in the log. */
@ApplicationScoped
public class ApiTokens {

    /** So many at once. */
    public static final int MAX_PAGE_SIZE = 500;

    private static final UUID LOWEST = new UUID(0, 0);

    private static final Logger LOG = Logger.getLogger(ApiTokens.class.getName());

    @PersistenceContext(unitName = "tidemark")
    private EntityManager entities;

    private final Clock clock;
    private final AccountSettings settings;

    @Inject
    public ApiTokens(Clock clock, AccountSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    ApiTokens(EntityManager entities, Clock clock, AccountSettings settings) {
        this(clock, settings);
        this.entities = entities;
    }

    /** By name, those behind one; from the first on without it, or when it is gone. @param size {@link #MAX_PAGE_SIZE} at most */
    public Page<ApiToken> pageAfter(Optional<UUID> token, int size) {
        Optional<ApiToken> position = token.flatMap(this::find);
        List<ApiToken> found = tokens(
                "t.name > :name OR t.name = :name AND t.id > :id ORDER BY t.name, t.id",
                position.map(ApiToken::name).orElse(""),
                position.map(ApiToken::id).orElse(LOWEST),
                size + 1);
        return Page.after(position.map(ApiTokens::key), found, size, ApiTokens::key);
    }

    /** By name, the last of those ahead of one. Where they do not fill the size, the first. */
    public Page<ApiToken> pageBefore(UUID token, int size) {
        List<ApiToken> found = find(token)
                .map(position -> tokens(
                        "t.name < :name OR t.name = :name AND t.id < :id ORDER BY t.name DESC, t.id DESC",
                        position.name(),
                        position.id(),
                        size + 1))
                .orElse(List.of());
        return found.size() > size ? Page.before(found, size, ApiTokens::key) : pageAfter(Optional.empty(), size);
    }

    public Optional<ApiToken> find(UUID id) {
        return query("t.id = :value", id).map(this::withCurrentOrigin);
    }

    private List<ApiToken> tokens(String condition, String name, UUID id, int limit) {
        return entities
                .createQuery("SELECT t FROM ApiTokenEntity t WHERE " + condition, ApiTokenEntity.class)
                .setParameter("name", name)
                .setParameter("id", id)
                .setMaxResults(Math.min(limit, MAX_PAGE_SIZE + 1))
                .getResultList()
                .stream()
                .map(this::withCurrentOrigin)
                .toList();
    }

    private static String key(ApiToken token) {
        return token.id().toString();
    }

    /**
     * @param name as {@link AccountRules} wants it
     * @param by who does it
     * @return the token with its secret, this once; empty when there is one of that name already
     */
    @Transactional
    public Optional<ApiToken.NewToken> create(String name, TokenScope scope, Optional<Instant> expires, String by) {
        entities.createNativeQuery("LOCK TABLE api_token IN SHARE ROW EXCLUSIVE MODE")
                .executeUpdate();
        if (isTaken(AccountRules.name(name))) {
            return Optional.empty();
        }
        ApiToken token = new ApiToken(
                UUID.randomUUID(),
                name,
                scope,
                ApiToken.Origin.MADE,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                by,
                Optional.empty(),
                expires);
        String secret = SecretGenerator.token();
        entities.persist(new ApiTokenEntity(SecretGenerator.hash(secret), token));
        LOG.info(() -> by + " created the token " + name + ", " + scope.label()
                + expires.map(end -> ", until " + end).orElse(""));
        return Optional.of(new ApiToken.NewToken(token, secret));
    }

    /** From the next request on it opens nothing, on every node. Gives what was revoked; empty when there is no such token. */
    @Transactional
    public Optional<ApiToken> revoke(UUID id, String by) {
        Optional<ApiTokenEntity> found = query("t.id = :value", id);
        Optional<ApiToken> token = found.map(this::withCurrentOrigin);
        found.ifPresent(entities::remove);
        token.ifPresent(gone -> LOG.info(() -> by + " revoked the token " + gone.name()));
        return token;
    }

    private boolean isTaken(String name) {
        return query("t.name = :value", name).isPresent();
    }

    private Optional<ApiTokenEntity> query(String condition, Object value) {
        return entities
                .createQuery(
                        "SELECT t FROM ApiTokenEntity t WHERE " + condition + " ORDER BY t.createdAt",
                        ApiTokenEntity.class)
                .setParameter("value", value)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Only the settings of now tell a former token of theirs from the one that holds. */
    private ApiToken withCurrentOrigin(ApiTokenEntity row) {
        ApiToken token = row.token();
        if (token.origin() != ApiToken.Origin.SETTING || settings.isConfiguredToken(row.hash())) {
            return token;
        }
        return new ApiToken(
                token.id(),
                token.name(),
                token.scope(),
                ApiToken.Origin.FORMER,
                token.created(),
                token.by(),
                token.used(),
                token.expires());
    }
}
