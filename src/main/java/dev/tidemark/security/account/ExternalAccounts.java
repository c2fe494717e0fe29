package dev.tidemark.security.account;

import dev.tidemark.platform.audit.AuditActor;
import dev.tidemark.platform.audit.AuditChange;
import dev.tidemark.platform.audit.AuditLog;
import dev.tidemark.platform.audit.AuditOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Users who sign in at an OpenID provider. They are known by issuer and subject, not by name, so that nobody takes over the account
 * of a user with the same name.
 */
@ApplicationScoped
public class ExternalAccounts {

    @PersistenceContext(unitName = "tidemark")
    private EntityManager entities;

    private final Clock clock;

    @Inject
    ExternalAccounts(Clock clock) {
        this.clock = clock;
    }

    ExternalAccounts(EntityManager entities, Clock clock) {
        this(clock);
        this.entities = entities;
    }

    /**
     * Signs in a user, who is created at the first sign-in and gets the role at each.
     *
     * @param name valid by {@link AccountRules}; applies to a new user only
     * @return empty if the name belongs to another user
     */
    @Transactional
    public Optional<SessionLogin> signIn(String issuer, String subject, String name, Role role) {
        entities.createNativeQuery("LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE")
                .executeUpdate();
        Optional<AccountEntity> known = find(issuer, subject);
        if (known.isEmpty() && entities.find(AccountEntity.class, name) != null) {
            return Optional.empty();
        }
        String stored = known.map(account -> account.user().name()).orElse(name);
        return Optional.of(AuditOrigin.current()
                .by(new AuditActor(AuditActor.Kind.USER, stored))
                .supply(() -> signIn(known.orElseGet(() -> created(name, role, issuer, subject)), role)));
    }

    private SessionLogin signIn(AccountEntity account, Role role) {
        String name = account.user().name();
        if (account.role() != role) {
            Map<String, Object> before = Users.document(name, account.role());
            account.changeRole(role);
            AuditLog.record(entities, AuditChange.updated(Users.AUDITED_AS, name, before, Users.document(name, role)));
        }
        account.signIn(clock.instant());
        AuditLog.record(entities, AuditChange.action("sign-in", "session", name, Map.of("way", "oidc")));
        return new SessionLogin(name, account.credential());
    }

    private AccountEntity created(String name, Role role, String issuer, String subject) {
        AccountEntity account = new AccountEntity(name, role, issuer, subject, clock.instant());
        entities.persist(account);
        Map<String, Object> document = Map.of("name", name, "role", role.label(), "issuer", issuer);
        AuditLog.record(entities, AuditChange.created(Users.AUDITED_AS, name, document));
        return account;
    }

    /** Ends the sessions of a user who may not sign in any more. */
    @Transactional
    public void endSessions(String issuer, String subject) {
        find(issuer, subject).ifPresent(account -> {
            account.endSessions();
            String name = account.user().name();
            AuditLog.record(
                    entities, AuditChange.action("end-sessions", Users.AUDITED_AS, name, Map.of("reason", "groups")));
        });
    }

    private Optional<AccountEntity> find(String issuer, String subject) {
        return entities
                .createQuery(
                        "SELECT a FROM AccountEntity a WHERE a.issuer = :issuer AND a.subject = :subject"
                                + " ORDER BY a.name",
                        AccountEntity.class)
                .setParameter("issuer", issuer)
                .setParameter("subject", subject)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }
}
