package dev.tidemark.security.account;

import dev.tidemark.platform.runtime.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Manages users. Changes take turns, also those of several nodes, so that two who remove the last two operators at once cannot
 * both succeed. Each leaves a line in the log.
 */
@ApplicationScoped
public class Users {

    /** So many at once. */
    public static final int MAX_PAGE_SIZE = 500;

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

    /** By name, those behind one; from the first on without it. @param size {@link #MAX_PAGE_SIZE} at most */
    public Page<User> pageAfter(Optional<String> name, int size) {
        return Page.after(name, users("a.name > :name ORDER BY a.name", name.orElse(""), size + 1), size, User::name);
    }

    /** By name, the last of those ahead of one. Where they do not fill the size, the first. */
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

    /** Whether the settings bring the user's password and role back at each start. */
    public boolean isManagedBySettings(String name) {
        return settings.definesPasswordOf(name);
    }

    /**
     * @param password as {@link AccountRules} wants it
     * @param by who does it
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
        LOG.info(() -> by + " created the user " + name + ", " + role.label());
        return UserChangeResult.DONE;
    }

    /**
     * Changes what is given. A new password ends the user's sessions; a new role holds from their next request on.
     *
     * @return DONE, MISSING or LAST_OPERATOR
     */
    @Transactional
    public UserChangeResult change(String name, Optional<Role> role, Optional<String> password, String by) {
        Optional<String> hash = password.map(passwords::hash);
        lock();
        Optional<AccountEntity> account = account(name);
        if (account.isEmpty()) {
            return UserChangeResult.MISSING;
        }
        if (role.filter(Role.READER::equals).isPresent() && isLastOperator(account.get())) {
            return UserChangeResult.LAST_OPERATOR;
        }
        role.filter(other -> other != account.get().role()).ifPresent(other -> {
            account.get().changeRole(other);
            LOG.info(() -> by + " changed the role of the user " + name + " to " + other.label());
        });
        hash.ifPresent(other -> {
            account.get().changePassword(other, clock.instant());
            LOG.info(() -> by + " set a new password for the user " + name);
        });
        return UserChangeResult.DONE;
    }

    /** @return DONE, MISSING or LAST_OPERATOR */
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
        LOG.info(() -> by + " removed the user " + name);
        return UserChangeResult.DONE;
    }

    private boolean isLastOperator(AccountEntity account) {
        return account.role() == Role.OPERATOR
                && entities.createQuery("SELECT COUNT(a) FROM AccountEntity a WHERE a.role = :operator", Long.class)
                                .setParameter("operator", Role.OPERATOR)
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
