package dev.tidemark.config.secret;

import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.SecretReference;
import dev.tidemark.platform.audit.AuditChange;
import dev.tidemark.platform.audit.AuditLog;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Entry point: stores secrets by name, and resolves the references of definitions. Values are never returned to users. */
@ApplicationScoped
public class SecretStore {

    private static final String SECRET = "secret";
    private static final String NAME = "name";
    private static final int MAX_ROWS = 1_000;
    private static final int MAX_LENGTH = 65_536;

    private final ConfiguredSecrets configured;
    private final Clock clock;

    @PersistenceContext(unitName = "tidemark")
    private EntityManager database;

    @Inject
    public SecretStore(ConfiguredSecrets configured, Clock clock) {
        this.configured = configured;
        this.clock = clock;
    }

    /** The stored secrets by name, at most 1,000. */
    @Transactional
    public List<SecretInfo> all() {
        return database.createQuery("SELECT s FROM SecretEntity s ORDER BY s.name", SecretEntity.class)
                .setMaxResults(MAX_ROWS)
                .getResultStream()
                .map(SecretEntity::info)
                .toList();
    }

    @Transactional
    public Optional<SecretInfo> find(String name) {
        return Optional.ofNullable(database.find(SecretEntity.class, name)).map(SecretEntity::info);
    }

    /** The setting that defines a secret, which takes precedence over a stored one. */
    public Optional<String> settingOf(String name) {
        return configured.settingOf(name);
    }

    /**
     * Creates or replaces a secret.
     *
     * @return whether it was created
     * @throws InvalidValueException for an invalid name or value, or when a setting defines it; the message does not contain the value
     */
    @Transactional
    public boolean put(String name, String value, String by) {
        SecretReference.requireName(name);
        configured.settingOf(name).ifPresent(setting -> {
            throw new InvalidValueException("validation.secret.definedBySetting", name, setting);
        });
        if (value.isEmpty() || value.length() > MAX_LENGTH || value.indexOf('\0') >= 0) {
            throw new InvalidValueException("validation.secret.value", MAX_LENGTH);
        }
        if (!SecretReference.namesIn(value).isEmpty()) {
            throw new InvalidValueException("validation.secret.reference");
        }
        SecretEntity row = database.find(SecretEntity.class, name);
        if (row == null) {
            database.persist(new SecretEntity(name, value, by, clock.instant()));
            AuditLog.record(database, AuditChange.created(SECRET, name, Map.of(NAME, name)));
            return true;
        }
        row.replace(value, by, clock.instant());
        Map<String, Object> shown = Map.of(NAME, name);
        AuditLog.record(
                database, AuditChange.updated(SECRET, name, shown, shown).hiding(List.of("/value")));
        return false;
    }

    /** Deletes a secret; false when there is none. Who refers to it is up to the caller. */
    @Transactional
    public boolean remove(String name) {
        Optional<SecretEntity> row = Optional.ofNullable(database.find(SecretEntity.class, name));
        row.ifPresent(stored -> {
            database.remove(stored);
            AuditLog.record(database, AuditChange.deleted(SECRET, name, Map.of(NAME, name)));
        });
        return row.isPresent();
    }

    /** The probe with the current values of its secrets; references to missing ones remain and end the run. */
    @Transactional
    public Probe resolve(Probe probe) {
        TreeSet<String> names = SecretReference.namesIn(probe);
        return names.isEmpty() ? probe : SecretReference.resolve(probe, values(names));
    }

    /** A recipient with the current value of its secret. */
    @Transactional
    public String resolve(String recipient) {
        TreeSet<String> names = SecretReference.namesIn(recipient);
        Map<String, String> values = names.isEmpty() ? Map.of() : values(names);
        return SecretReference.resolve(recipient, name -> Optional.ofNullable(values.get(name)));
    }

    /** @throws InvalidValueException when the probe refers to a secret that does not exist */
    @Transactional
    public void requireDefined(Probe probe) {
        TreeSet<String> names = SecretReference.namesIn(probe);
        probe.recipients().forEach(one -> names.addAll(SecretReference.namesIn(one)));
        List<String> missing = missingAmong(names);
        if (!missing.isEmpty()) {
            throw new InvalidValueException("validation.secret.missing", LocalizedMessage.list(missing));
        }
    }

    /** The names in a recipient without a secret. */
    @Transactional
    public List<String> missingIn(String recipient) {
        return missingAmong(SecretReference.namesIn(recipient));
    }

    private List<String> missingAmong(TreeSet<String> names) {
        if (!names.isEmpty()) {
            names.removeAll(values(names).keySet());
        }
        return List.copyOf(names);
    }

    private Map<String, String> values(Collection<String> names) {
        Map<String, String> values = new TreeMap<>();
        for (String name : names) {
            configured
                    .value(name)
                    .or(() -> Optional.ofNullable(database.find(SecretEntity.class, name))
                            .map(SecretEntity::value))
                    .ifPresent(value -> values.put(name, value));
        }
        return values;
    }
}
