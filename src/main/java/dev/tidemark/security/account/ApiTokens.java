package dev.tidemark.security.account;

import dev.tidemark.platform.audit.AuditChange;
import dev.tidemark.platform.audit.AuditLog;
import dev.tidemark.platform.runtime.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;

/** Manages tokens. Changes are serialized and logged. */
@ApplicationScoped
public class ApiTokens {

    /** The maximum page size. */
    public static final int MAX_PAGE_SIZE = 500;

    private static final UUID MIN_ID = new UUID(0, 0);

    static final String AUDITED_AS = "token";

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

    /**
     * The page after a token, by name.
     *
     * @param token empty, or the ID of a removed token, for the first page
     * @param size at most {@link #MAX_PAGE_SIZE}
     */
    public Page<ApiToken> pageAfter(Optional<UUID> token, int size) {
        Optional<ApiToken> position = token.flatMap(this::find);
        List<ApiToken> found = tokens(
                "t.name > :name OR t.name = :name AND t.id > :id ORDER BY t.name, t.id",
                position.map(ApiToken::name).orElse(""),
                position.map(ApiToken::id).orElse(MIN_ID),
                size + 1);
        return Page.after(position.map(ApiTokens::key), found, size, ApiTokens::key);
    }

    /** The page before a token, by name; the first page if there are fewer tokens than the page size. */
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
     * Creates a token.
     *
     * @param name valid by {@link AccountRules}
     * @param by the user who creates it
     * @return the token with its secret; empty when the name is in use
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
        AuditLog.record(entities, AuditChange.created(AUDITED_AS, name, document(token)));
        LOG.info(() -> by + " created the token " + name + ", " + scope.label()
                + expires.map(end -> ", until " + end).orElse(""));
        return Optional.of(new ApiToken.NewToken(token, secret));
    }

    /** Revokes a token with immediate effect on all nodes. Returns it; empty when there is no such token. */
    @Transactional
    public Optional<ApiToken> revoke(UUID id, String by) {
        Optional<ApiTokenEntity> found = query("t.id = :value", id);
        Optional<ApiToken> token = found.map(this::withCurrentOrigin);
        found.ifPresent(entities::remove);
        token.ifPresent(gone -> {
            AuditLog.record(entities, AuditChange.deleted(AUDITED_AS, gone.name(), document(gone)));
            LOG.info(() -> by + " revoked the token " + gone.name());
        });
        return token;
    }

    static Map<String, Object> document(ApiToken token) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", token.id().toString());
        document.put("name", token.name());
        document.put("scope", token.scope().label());
        token.expires().ifPresent(end -> document.put("expiresAt", end.toString()));
        return document;
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

    /** Marks a former token of the setting, which only the current setting can identify. */
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
