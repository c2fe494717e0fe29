package dev.tidemark.alerting.recipient;

import dev.tidemark.config.writer.MaskedRecipient;
import dev.tidemark.platform.audit.AuditChange;
import dev.tidemark.platform.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Entry point: resolves recipients, and stores contact groups and unsubscribed addresses. */
@ApplicationScoped
public class RecipientResolver {

    /** The prefix of a contact group in {@code notify}. */
    public static final String GROUP_PREFIX = "list:";

    private static final int MAX_ROWS = 500;
    private static final String GROUP = "contact-group";

    private final Clock clock;
    private final Optional<String> administrators;

    @PersistenceContext(unitName = "tidemark")
    private EntityManager database;

    /** @param administrators comma-separated addresses, {@code TIDEMARK_OPERATORS}; a contact group {@code operators} takes precedence */
    @Inject
    public RecipientResolver(
            Clock clock, @ConfigProperty(name = "tidemark.operators") Optional<String> administrators) {
        this.clock = clock;
        this.administrators = administrators;
    }

    RecipientResolver(Clock clock, Optional<String> administrators, EntityManager database) {
        this(clock, administrators);
        this.database = database;
    }

    /**
     * Resolves recipients.
     *
     * @param notify addresses, and contact groups as {@code list:id}; of duplicate addresses the first counts
     */
    @Transactional
    public ResolvedRecipients resolve(Collection<String> notify) {
        Map<String, Optional<ContactGroup>> groupByAddress = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String entry : notify) {
            if (!entry.startsWith(GROUP_PREFIX)) {
                add(groupByAddress, entry, Optional.empty());
                continue;
            }
            Optional<ContactGroup> group = find(entry.substring(GROUP_PREFIX.length()));
            group.ifPresentOrElse(
                    it -> it.members().forEach(one -> add(groupByAddress, one, group)),
                    () -> unknown.add(entry.substring(GROUP_PREFIX.length())));
        }
        if (!unknown.isEmpty()) {
            administratorMembers().forEach((one, group) -> add(groupByAddress, one, group));
        }
        return new ResolvedRecipients(resolved(groupByAddress), unknown);
    }

    /** The administrators, who are notified of monitor failures. */
    @Transactional
    public ResolvedRecipients administrators() {
        return new ResolvedRecipients(resolved(administratorMembers()), List.of());
    }

    /** All contact groups, by id. */
    @Transactional
    public List<ContactGroup> all() {
        return rows().stream().map(ContactGroupEntity::toRecord).toList();
    }

    /** Contact groups with a digest, by id. */
    @Transactional
    public List<DigestSubscription> digestSubscriptions() {
        return rows().stream().flatMap(row -> row.subscription().stream()).toList();
    }

    /** Tests whether {@code notify} of a probe resolves to this contact group: by name, or, for the administrators, by an unknown group. */
    @Transactional
    public Predicate<Collection<String>> notifiesGroup(String group) {
        Set<String> known = rows().stream().map(row -> GROUP_PREFIX + row.id()).collect(Collectors.toSet());
        boolean includeUnknown = group.equals(ContactGroup.ADMINISTRATORS);
        return notify -> notify.contains(GROUP_PREFIX + group)
                || includeUnknown
                        && notify.stream().anyMatch(entry -> entry.startsWith(GROUP_PREFIX) && !known.contains(entry));
    }

    @Transactional
    public Optional<ContactGroup> find(String id) {
        return Optional.ofNullable(database.find(ContactGroupEntity.class, id)).map(ContactGroupEntity::toRecord);
    }

    /** The contact group; its row stays locked until the end of the transaction. */
    @Transactional
    Optional<ContactGroup> lock(String id) {
        return Optional.ofNullable(database.find(ContactGroupEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .map(ContactGroupEntity::toRecord);
    }

    /** Creates or replaces a contact group; returns whether it is new. */
    @Transactional
    public boolean save(ContactGroup group, String by) {
        ContactGroupEntity row = database.find(ContactGroupEntity.class, group.id());
        if (row == null) {
            database.persist(new ContactGroupEntity(group, by, clock.instant()));
            AuditLog.record(database, AuditChange.created(GROUP, group.id(), ContactGroupWriter.masked(group)));
            return true;
        }
        Map<String, Object> before = ContactGroupWriter.masked(row.toRecord());
        row.update(group, by, clock.instant());
        AuditLog.record(database, AuditChange.updated(GROUP, group.id(), before, ContactGroupWriter.masked(group)));
        return false;
    }

    /** Removes a contact group even when it is in use, unlike {@link ContactGroups}. */
    @Transactional
    boolean remove(String id) {
        Optional<ContactGroupEntity> row = Optional.ofNullable(database.find(ContactGroupEntity.class, id));
        row.ifPresent(it -> {
            database.remove(it);
            AuditLog.record(database, AuditChange.deleted(GROUP, id, ContactGroupWriter.masked(it.toRecord())));
        });
        return row.isPresent();
    }

    /** Stops notifications to the address. */
    @Transactional
    public void unsubscribe(String address) {
        if (unsubscriptions(List.of(address)).isEmpty()) {
            database.persist(new UnsubscriptionEntity(address, clock.instant()));
            AuditLog.record(database, subscription("unsubscribe", address));
        }
    }

    /** Reverts {@link #unsubscribe}. */
    @Transactional
    public void subscribe(String address) {
        unsubscriptions(List.of(address)).forEach(row -> {
            database.remove(row);
            AuditLog.record(database, subscription("subscribe", row.recipient()));
        });
    }

    private static AuditChange subscription(String action, String address) {
        return AuditChange.action(action, "recipient", MaskedRecipient.of(address), Map.of());
    }

    /** Whether the address has unsubscribed, in any spelling. */
    @Transactional
    public boolean isUnsubscribed(String address) {
        return !unsubscriptions(List.of(address)).isEmpty();
    }

    /** Unsubscribed addresses, in order, at most 500. */
    @Transactional
    public List<String> unsubscribed() {
        return database.createQuery("SELECT u.recipient FROM UnsubscriptionEntity u ORDER BY u.recipient", String.class)
                .setMaxResults(MAX_ROWS)
                .getResultList();
    }

    /** The first spelling of a recipient counts. */
    private static void add(
            Map<String, Optional<ContactGroup>> groupByAddress, String address, Optional<ContactGroup> group) {
        String key = RecipientKey.of(address);
        if (groupByAddress.keySet().stream().map(RecipientKey::of).noneMatch(key::equals)) {
            groupByAddress.put(address, group);
        }
    }

    private List<ContactGroupEntity> rows() {
        return database.createQuery("SELECT l FROM ContactGroupEntity l ORDER BY l.id", ContactGroupEntity.class)
                .setMaxResults(MAX_ROWS)
                .getResultList();
    }

    private List<ResolvedRecipient> resolved(Map<String, Optional<ContactGroup>> groupByAddress) {
        Set<String> unsubscribed = unsubscriptions(groupByAddress.keySet()).stream()
                .map(row -> RecipientKey.of(row.recipient()))
                .collect(Collectors.toSet());
        return groupByAddress.entrySet().stream()
                .map(one -> new ResolvedRecipient(
                        one.getKey(), one.getValue(), !unsubscribed.contains(RecipientKey.of(one.getKey()))))
                .toList();
    }

    /** The rows of the recipients in any letter case, and with the domain as written or in ASCII. */
    private List<UnsubscriptionEntity> unsubscriptions(Collection<String> recipients) {
        Set<String> spellings = recipients.stream()
                .flatMap(one -> Stream.of(one.toLowerCase(Locale.ROOT), RecipientKey.of(one)))
                .collect(Collectors.toSet());
        return spellings.isEmpty()
                ? List.of()
                : database.createQuery(
                                "SELECT u FROM UnsubscriptionEntity u WHERE LOWER(u.recipient) IN :spellings"
                                        + " ORDER BY u.recipient",
                                UnsubscriptionEntity.class)
                        .setParameter("spellings", List.copyOf(spellings))
                        .setMaxResults(MAX_ROWS)
                        .getResultList();
    }

    private Map<String, Optional<ContactGroup>> administratorMembers() {
        Map<String, Optional<ContactGroup>> groupByAddress = new LinkedHashMap<>();
        Optional<ContactGroup> group = find(ContactGroup.ADMINISTRATORS);
        group.ifPresent(it -> it.members().forEach(one -> add(groupByAddress, one, group)));
        if (group.isEmpty()) {
            Arrays.stream(administrators.orElse("").split(","))
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .forEach(one -> add(groupByAddress, one, Optional.empty()));
        }
        return groupByAddress;
    }
}
