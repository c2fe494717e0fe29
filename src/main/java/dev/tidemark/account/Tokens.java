package dev.tidemark.account;

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

/** The door to tokens. Changes take turns, and leave a line in the log. */
@ApplicationScoped
public class Tokens {

    /** So many at once. */
    public static final int MOST = 500;

    private static final UUID LOWEST = new UUID(0, 0);

    private static final Logger LOG = Logger.getLogger(Tokens.class.getName());

    @PersistenceContext(unitName = "tidemark")
    private EntityManager entities;

    private final Clock clock;
    private final AccountSettings settings;

    protected Tokens() {
        this(null, null);
    }

    @Inject
    public Tokens(Clock clock, AccountSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    Tokens(EntityManager entities, Clock clock, AccountSettings settings) {
        this(clock, settings);
        this.entities = entities;
    }

    /** By name, those behind one; from the first on without it, or when it is gone. @param size {@link #MOST} at most */
    public Shelf<Token> behind(Optional<UUID> token, int size) {
        Optional<Token> mark = token.flatMap(this::find);
        List<Token> found = tokens(
                "t.name > :name OR t.name = :name AND t.id > :id ORDER BY t.name, t.id",
                mark.map(Token::name).orElse(""),
                mark.map(Token::id).orElse(LOWEST),
                size + 1);
        return Shelf.behind(mark.map(Tokens::key), found, size, Tokens::key);
    }

    /** By name, the last of those ahead of one. Where they do not fill the size, the first. */
    public Shelf<Token> ahead(UUID token, int size) {
        List<Token> found = find(token)
                .map(mark -> tokens(
                        "t.name < :name OR t.name = :name AND t.id < :id ORDER BY t.name DESC, t.id DESC",
                        mark.name(),
                        mark.id(),
                        size + 1))
                .orElse(List.of());
        return found.size() > size ? Shelf.ahead(found, size, Tokens::key) : behind(Optional.empty(), size);
    }

    public Optional<Token> find(UUID id) {
        return query("t.id = :value", id).map(this::shown);
    }

    private List<Token> tokens(String which, String name, UUID id, int most) {
        return entities
                .createQuery("SELECT t FROM TokenEntity t WHERE " + which, TokenEntity.class)
                .setParameter("name", name)
                .setParameter("id", id)
                .setMaxResults(Math.min(most, MOST + 1))
                .getResultList()
                .stream()
                .map(this::shown)
                .toList();
    }

    private static String key(Token token) {
        return token.id().toString();
    }

    /**
     * @param name as {@link Naming} wants it
     * @param by who does it
     * @return the token with its secret, this once; empty when there is one of that name already
     */
    @Transactional
    public Optional<Token.Made> make(String name, Scope scope, Optional<Instant> expires, String by) {
        entities.createNativeQuery("LOCK TABLE api_token IN SHARE ROW EXCLUSIVE MODE")
                .executeUpdate();
        if (isTaken(Naming.name(name))) {
            return Optional.empty();
        }
        Token token = new Token(
                UUID.randomUUID(),
                name,
                scope,
                Token.Origin.MADE,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                by,
                Optional.empty(),
                expires);
        String secret = RandomSecret.token();
        entities.persist(new TokenEntity(RandomSecret.hash(secret), token));
        LOG.info(() -> by + " made the token " + name + ", " + scope.label()
                + expires.map(end -> ", until " + end).orElse(""));
        return Optional.of(new Token.Made(token, secret));
    }

    /** From the next request on it opens nothing, on every node. Gives what was revoked; empty when there is no such token. */
    @Transactional
    public Optional<Token> revoke(UUID id, String by) {
        Optional<TokenEntity> found = query("t.id = :value", id);
        Optional<Token> token = found.map(this::shown);
        found.ifPresent(entities::remove);
        token.ifPresent(gone -> LOG.info(() -> by + " revoked the token " + gone.name()));
        return token;
    }

    private boolean isTaken(String name) {
        return query("t.name = :value", name).isPresent();
    }

    private Optional<TokenEntity> query(String condition, Object value) {
        return entities
                .createQuery(
                        "SELECT t FROM TokenEntity t WHERE " + condition + " ORDER BY t.createdAt", TokenEntity.class)
                .setParameter("value", value)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Only the settings of now tell a former token of theirs from the one that holds. */
    private Token shown(TokenEntity row) {
        Token token = row.token();
        if (token.origin() != Token.Origin.SETTING || settings.holdsToken(row.hash())) {
            return token;
        }
        return new Token(
                token.id(),
                token.name(),
                token.scope(),
                Token.Origin.FORMER,
                token.created(),
                token.by(),
                token.used(),
                token.expires());
    }
}
