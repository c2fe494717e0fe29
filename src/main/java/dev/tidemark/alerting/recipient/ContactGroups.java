package dev.tidemark.alerting.recipient;

import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The door to making, changing and deleting lists: the API's JSON, and its rules, for whoever writes one. */
@ApplicationScoped
public class ContactGroups {

    private final RecipientResolver audience;
    private final ProbeCatalog catalog;

    protected ContactGroups() {
        this(null, null);
    }

    @Inject
    public ContactGroups(RecipientResolver audience, ProbeCatalog catalog) {
        this.audience = audience;
        this.catalog = catalog;
    }

    /** @param fresh whether there was none of its id before */
    public record Saved(ContactGroup list, boolean fresh) {}

    /** Makes the list or replaces it. A member that is masked is the stored one. Nothing, and faults, when something is wrong. */
    @Transactional
    public Optional<Saved> put(String id, String json, String by, ValidationErrors faults) {
        List<String> stored = audience.find(id).map(ContactGroup::members).orElse(List.of());
        return new ContactGroupReader(faults, stored)
                .json(json, Optional.of(id))
                .map(list -> new Saved(list, audience.save(list, by)));
    }

    /** Makes the list, whose id is in the JSON; one that is there already is a fault. */
    @Transactional
    public Optional<ContactGroup> create(String json, String by, ValidationErrors faults) {
        Optional<ContactGroup> list = new ContactGroupReader(faults).json(json, Optional.empty());
        if (list.isPresent() && audience.find(list.get().id()).isPresent()) {
            faults.add(
                    new SourceLocation("", 0, "/id"),
                    LocalizedMessage.of("validation.id.takenByContactGroup", list.get().id()));
            return Optional.empty();
        }
        list.ifPresent(made -> audience.save(made, by));
        return list;
    }

    public ContactGroupUsage use(String id) {
        List<ProbeId> probes = catalog.all().stream()
                .map(entry -> entry.probe())
                .filter(probe -> probe.recipients().contains(RecipientResolver.LIST + id))
                .map(probe -> probe.id())
                .toList();
        List<String> lists = audience.all().stream()
                .filter(list ->
                        list.escalation().filter(it -> it.to().equals(id)).isPresent())
                .map(ContactGroup::id)
                .filter(other -> !other.equals(id))
                .toList();
        return new ContactGroupUsage(probes, lists);
    }

    /**
     * False when there was none.
     *
     * @throws ContactGroupInUseException when a probe names it, or another list escalates to it
     */
    @Transactional
    public boolean remove(String id) {
        if (audience.find(id).isEmpty()) {
            return false;
        }
        ContactGroupUsage use = use(id);
        if (!use.isEmpty()) {
            throw new ContactGroupInUseException(id, use);
        }
        return audience.remove(id);
    }
}
