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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Manages users. Changes are serialized across all nodes, so that two administrators cannot remove each other at the same time.
 * Each change is logged.
 */
@ApplicationScoped
public class Users {

    /** The maximum page size. */
    public static final int MAX_PAGE_SIZE = 500;

    static final String AUDITED_AS = "user";

    private static final Logger LOG = Logger.getLogger(Users.class.getName());

    @PersistenceContext(unitName = "tidemark")
    private EntityManager entities;

    private final Clock clock;
    private final AccountSettings settings;
    private final PasswordHasher passwords;

    @Inject
    Users(Clock clock, AccountSettings settings, PasswordHasher passwords) {
        this.clock = clock;
        this.settings = settings;
        this.passwords = passwords;
    }

    Users(EntityManager entities, Clock clock, AccountSettings settings, PasswordHasher passwords) {
        this(clock, settings, passwords);
        this.entities = entities;
    }

    /**
     * The page after a user, by name.
     *
     * @param name empty for the first page
     * @param size at most {@link #MAX_PAGE_SIZE}
     */
    public Page<User> pageAfter(Optional<String> name, int size) {
        return Page.after(name, users("a.name > :name ORDER BY a.name", name.orElse(""), size + 1), size, User::name);
    }

    /** The page before a user, by name; the first page if there are fewer users than the page size. */
    public Page<User> pageBefore(String name, int size) {
        List<User> found = users("a.name < :name ORDER BY a.name DESC", name, size + 1);
        return found.size() > size ? Page.before(found, size, User::name) : pageAfter(Optional.empty(), size);
    }

    private List<User> users(String condition, String name, int limit) {
        return entities
                .createQuery("SELECT a FROM AccountEntity a WHERE " + condition, AccountEntity.class)
                .setParameter("name", name)
                .setMaxResults(Math.min(limit, MAX_PAGE_SIZE + 1))
                .getResultList()
                .stream()
                .map(AccountEntity::user)
                .toList();
    }

    public Optional<User> find(String name) {
        return account(name).map(AccountEntity::user);
    }

    /** Whether the settings restore the password and role of the user at each start. */
    public boolean isManagedBySettings(String name) {
        return settings.definesPasswordOf(name);
    }

    /**
     * Creates a user.
     *
     * @param password valid by {@link AccountRules}
     * @param by the user who makes the change
     * @return DONE or TAKEN
     */
    @Transactional
    public UserChangeResult add(String name, Role role, String password, String by) {
        String hash = passwords.hash(password);
        lock();
        if (account(AccountRules.name(name)).isPresent()) {
            return UserChangeResult.TAKEN;
        }
        entities.persist(new AccountEntity(name, role, hash, clock.instant()));
        AuditLog.record(entities, AuditChange.created(AUDITED_AS, name, document(name, role)));
        LOG.info(() -> by + " created the user " + name + ", " + role.label());
        return UserChangeResult.DONE;
    }

    /**
     * Changes role, password or both. A new password ends the user's sessions; a new role applies to their next request.
     *
     * @return DONE, MISSING, EXTERNAL or LAST_OPERATOR
     */
    @Transactional
    public UserChangeResult change(String name, Optional<Role> role, Optional<String> password, String by) {
        Optional<String> hash = password.map(passwords::hash);
        lock();
        Optional<AccountEntity> account = account(name);
        if (account.isEmpty()) {
            return UserChangeResult.MISSING;
        }
        if (account.get().isExternal()) {
            return UserChangeResult.EXTERNAL;
        }
        if (role.filter(other -> other != Role.OPERATOR).isPresent() && isLastOperator(account.get())) {
            return UserChangeResult.LAST_OPERATOR;
        }
        role.filter(other -> other != account.get().role()).ifPresent(other -> {
            Map<String, Object> before = document(name, account.get().role());
            account.get().changeRole(other);
            AuditLog.record(entities, AuditChange.updated(AUDITED_AS, name, before, document(name, other)));
            LOG.info(() -> by + " changed the role of the user " + name + " to " + other.label());
        });
        hash.ifPresent(other -> {
            account.get().changePassword(other, clock.instant());
            if (!name.equals(by)) {
                forgetDevices(name);
            }
            AuditLog.record(entities, passwordChange(account.get()));
            LOG.info(() -> by + " set a new password for the user " + name);
        });
        return UserChangeResult.DONE;
    }

    /**
     * Removes a user.
     *
     * @return DONE, MISSING or LAST_OPERATOR
     */
    @Transactional
    public UserChangeResult remove(String name, String by) {
        lock();
        Optional<AccountEntity> account = account(name);
        if (account.isEmpty()) {
            return UserChangeResult.MISSING;
        }
        if (isLastOperator(account.get())) {
            return UserChangeResult.LAST_OPERATOR;
        }
        entities.remove(account.get());
        AuditLog.record(
                entities,
                AuditChange.deleted(
                        AUDITED_AS, name, document(name, account.get().role())));
        LOG.info(() -> by + " removed the user " + name);
        return UserChangeResult.DONE;
    }

    private void forgetDevices(String name) {
        entities.createNativeQuery("DELETE FROM known_device WHERE account = ?1")
                .setParameter(1, name)
                .executeUpdate();
    }

    static AuditChange passwordChange(AccountEntity account) {
        User user = account.user();
        Map<String, Object> document = document(user.name(), user.role());
        return AuditChange.updated(AUDITED_AS, user.name(), document, document).hiding(List.of("/password"));
    }

    static Map<String, Object> document(String name, Role role) {
        return Map.of("name", name, "role", role.label());
    }

    private boolean isLastOperator(AccountEntity account) {
        return account.role() == Role.OPERATOR
                && entities.createQuery("SELECT COUNT(a) FROM AccountEntity a WHERE a.role = :role", Long.class)
                                .setParameter("role", Role.OPERATOR)
                                .getSingleResult()
                        == 1;
    }

    private void lock() {
        entities.createNativeQuery("LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE")
                .executeUpdate();
    }

    private Optional<AccountEntity> account(String name) {
        return AccountRules.isName(name)
                ? Optional.ofNullable(entities.find(AccountEntity.class, name))
                : Optional.empty();
    }
}
