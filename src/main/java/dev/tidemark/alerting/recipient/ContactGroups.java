package dev.tidemark.alerting.recipient;

import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.config.secret.SecretStore;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Entry point to create, change and delete contact groups, given as the JSON of the API. */
@ApplicationScoped
public class ContactGroups {

    private final RecipientResolver recipients;
    private final ProbeCatalog catalog;
    private final SecretStore secrets;

    @Inject
    public ContactGroups(RecipientResolver recipients, ProbeCatalog catalog, SecretStore secrets) {
        this.recipients = recipients;
        this.catalog = catalog;
        this.secrets = secrets;
    }

    /** @param created whether it was created, not replaced */
    public record Saved(ContactGroup group, boolean created) {}

    /** Creates or replaces a contact group. A masked member stands for the stored one. Empty, with faults added, when it is invalid. */
    @Transactional
    public Optional<Saved> put(String id, String json, String by, ValidationErrors errors) {
        return put(id, json, by, errors, stored -> {});
    }

    /** @param check throws an exception if the stored contact group, if any, must not be changed */
    @Transactional
    Optional<Saved> put(
            String id, String json, String by, ValidationErrors errors, Consumer<Optional<ContactGroup>> check) {
        Optional<ContactGroup> before = recipients.lock(id);
        check.accept(before);
        List<String> stored = before.map(ContactGroup::members).orElse(List.of());
        return new ContactGroupReader(errors, stored, this::requireSecrets)
                .json(json, Optional.of(id))
                .map(group -> new Saved(group, recipients.save(group, by)));
    }

    /** Creates a contact group with the id in the JSON. Empty, with faults added, when it is invalid or the id is taken. */
    @Transactional
    public Optional<ContactGroup> create(String json, String by, ValidationErrors errors) {
        Optional<ContactGroup> group =
                new ContactGroupReader(errors, List.of(), this::requireSecrets).json(json, Optional.empty());
        if (group.isPresent() && recipients.find(group.get().id()).isPresent()) {
            errors.add(
                    new SourceLocation("", 0, "/id"),
                    LocalizedMessage.of(
                            "validation.id.takenByContactGroup", group.get().id()));
            return Optional.empty();
        }
        group.ifPresent(created -> recipients.save(created, by));
        return group;
    }

    private void requireSecrets(String member) {
        List<String> missing = secrets.missingIn(member);
        if (!missing.isEmpty()) {
            throw new InvalidValueException("validation.secret.missing", LocalizedMessage.list(missing));
        }
    }

    /** The references to a contact group. */
    public ContactGroupUsage usage(String id) {
        List<ProbeId> probes = catalog.all().stream()
                .map(entry -> entry.probe())
                .filter(probe -> probe.recipients().contains(RecipientResolver.GROUP_PREFIX + id))
                .map(probe -> probe.id())
                .toList();
        List<String> groups = recipients.all().stream()
                .filter(group ->
                        group.escalation().filter(it -> it.to().equals(id)).isPresent())
                .map(ContactGroup::id)
                .filter(other -> !other.equals(id))
                .toList();
        return new ContactGroupUsage(probes, groups);
    }

    /**
     * Deletes a contact group; false when there is none.
     *
     * @throws ContactGroupInUseException when a probe notifies it, or another group escalates to it
     */
    @Transactional
    public boolean remove(String id) {
        return remove(id, stored -> {});
    }

    /** @param check throws an exception if the stored contact group must not be changed */
    @Transactional
    boolean remove(String id, Consumer<ContactGroup> check) {
        Optional<ContactGroup> before = recipients.lock(id);
        before.ifPresent(check);
        if (before.isEmpty()) {
            return false;
        }
        ContactGroupUsage usage = usage(id);
        if (!usage.isEmpty()) {
            throw new ContactGroupInUseException(id, usage);
        }
        return recipients.remove(id);
    }
}
