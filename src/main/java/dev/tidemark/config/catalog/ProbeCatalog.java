package dev.tidemark.config.catalog;

import dev.tidemark.config.catalog.ChangeRefusedException.RefusalReason;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.ProbeLookup;
import dev.tidemark.model.probe.SharedBudgets;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The definitions of all probes, from pages, the API and files. A rejected change throws a {@link ChangeRefusedException}. */
@ApplicationScoped
public class ProbeCatalog implements ProbeLookup, SharedBudgets {

    private static final Consumer<CatalogEntry> UNCHECKED = entry -> {};

    private final ProbeStore store;
    private final Clock clock;
    private volatile CatalogSnapshot snapshot = CatalogSnapshot.NONE;

    @Inject
    public ProbeCatalog(ProbeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** All probes, by ID. */
    public List<CatalogEntry> all() {
        return current().entries();
    }

    /** The probes that have all of some tags. */
    public List<CatalogEntry> withTags(List<String> tags) {
        return all().stream()
                .filter(entry -> entry.probe().tags().containsAll(tags))
                .toList();
    }

    /** The IDs of the probes that have all of some tags, and are a certain one if it is given; empty if neither is. */
    public Optional<Set<ProbeId>> selection(Optional<ProbeId> probe, List<String> tags) {
        return tags.isEmpty()
                ? probe.map(Set::of)
                : Optional.of(withTags(tags).stream()
                        .map(entry -> entry.probe().id())
                        .filter(id -> probe.isEmpty() || probe.get().equals(id))
                        .collect(Collectors.toSet()));
    }

    /** The tags of all probes, sorted. */
    public List<String> tags() {
        return all().stream()
                .flatMap(entry -> entry.probe().tags().stream())
                .distinct()
                .sorted()
                .toList();
    }

    public Optional<CatalogEntry> find(ProbeId id) {
        return Optional.ofNullable(current().byId().get(id));
    }

    /** @param slug from a URL or form; may be null */
    public Optional<CatalogEntry> findBySlug(String slug) {
        return Optional.ofNullable(slug)
                .filter(ProbeId::isValid)
                .map(ProbeId::new)
                .flatMap(this::find);
    }

    @Override
    public boolean exists(ProbeId id) {
        return find(id).isPresent();
    }

    /** The limits that apply to a probe by its tags, each with its source as the origin. */
    @Override
    public List<Limit> of(Probe probe) {
        return current().shared().of(probe);
    }

    /** A number that changes with every change of a definition; cheap enough to be read every second. */
    public long revision() {
        return store.revision();
    }

    @Transactional
    public CatalogEntry create(Probe probe) {
        store.lock();
        if (store.contains(probe.id())) {
            throw new ChangeRefusedException(
                    RefusalReason.EXISTS, LocalizedMessage.of("problem.probe.exists", probe.id()));
        }
        ProbeEntity row = new ProbeEntity(probe, Optional.empty(), clock.instant());
        store.add(row);
        return row.entry();
    }

    /** @param expectedVersion the version on which the change is based */
    @Transactional
    public CatalogEntry update(Probe probe, long expectedVersion) {
        store.lock();
        ProbeEntity row = unchangedSince(expectedVersion, probe.id());
        store.replace(row, probe, Optional.empty(), clock.instant());
        return row.entry();
    }

    /**
     * Deletes the probe; its results are retained.
     *
     * @param check throws an exception if the stored probe must not be changed
     */
    @Transactional
    public void delete(ProbeId id, Consumer<CatalogEntry> check) {
        store.lock();
        ProbeEntity row = store.editable(id);
        check.accept(row.entry());
        store.remove(row);
    }

    @Transactional
    public void delete(ProbeId id) {
        delete(id, UNCHECKED);
    }

    /** Pauses the probe until it is resumed. */
    @Transactional
    public CatalogEntry pause(ProbeId id) {
        return enable(id, false, UNCHECKED);
    }

    @Transactional
    public CatalogEntry resume(ProbeId id) {
        return enable(id, true, UNCHECKED);
    }

    @Transactional
    CatalogEntry pause(ProbeId id, Consumer<CatalogEntry> check) {
        return enable(id, false, check);
    }

    @Transactional
    CatalogEntry resume(ProbeId id, Consumer<CatalogEntry> check) {
        return enable(id, true, check);
    }

    private CatalogEntry enable(ProbeId id, boolean enabled, Consumer<CatalogEntry> check) {
        store.lock();
        ProbeEntity row = store.editable(id);
        check.accept(row.entry());
        store.replace(row, row.entry().probe().enabled(enabled), Optional.empty(), clock.instant());
        return row.entry();
    }

    private ProbeEntity unchangedSince(long version, ProbeId id) {
        ProbeEntity row = store.editable(id);
        if (row.version() != version) {
            throw new ChangeRefusedException(
                    RefusalReason.STALE, LocalizedMessage.of("problem.probe.stale", id, row.version(), version));
        }
        return row;
    }

    private CatalogSnapshot current() {
        long revision = store.revision();
        CatalogSnapshot known = snapshot;
        if (known.revision() != revision) {
            known = CatalogSnapshot.of(
                    revision, store.all().stream().map(ProbeEntity::entry).toList(), SharedLimits.of(store.shared()));
            snapshot = known;
        }
        return known;
    }
}
