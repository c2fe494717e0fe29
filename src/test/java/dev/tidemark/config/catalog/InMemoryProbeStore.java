package dev.tidemark.config.catalog;

import dev.tidemark.config.catalog.ChangeRefusedException.RefusalReason;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.TagLimit;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A probe store in memory. */
class InMemoryProbeStore extends ProbeStore {

    private final TreeMap<String, ProbeEntity> rows = new TreeMap<>();
    private final TreeMap<String, SharedBudgetEntity> shared = new TreeMap<>();
    private long revision = 1;

    @Override
    long revision() {
        return revision;
    }

    @Override
    void lock() {
        revision++;
    }

    @Override
    List<ProbeEntity> all() {
        return List.copyOf(rows.values());
    }

    @Override
    List<SharedBudgetEntity> shared() {
        return List.copyOf(shared.values());
    }

    @Override
    void add(SharedBudgetEntity row) {
        shared.put(row.source(), row);
    }

    @Override
    void replace(SharedBudgetEntity row, List<TagLimit> limits, Instant now) {
        row.replace(limits, now);
    }

    @Override
    void remove(SharedBudgetEntity row) {
        shared.values().remove(row);
    }

    @Override
    boolean contains(ProbeId id) {
        return rows.containsKey(id.slug());
    }

    @Override
    ProbeEntity editable(ProbeId id) {
        ProbeEntity row = rows.get(id.slug());
        if (row == null || row.file().isPresent()) {
            throw new ChangeRefusedException(
                    row == null ? RefusalReason.UNKNOWN : RefusalReason.READ_ONLY,
                    LocalizedMessage.verbatim("rejected"));
        }
        return row;
    }

    @Override
    void add(ProbeEntity row) {
        rows.put(row.entry().probe().id().slug(), row);
    }

    @Override
    void replace(ProbeEntity row, Probe probe, Optional<String> file, Instant now) {
        row.replace(probe, file, now);
    }

    @Override
    void remove(ProbeEntity row) {
        rows.values().remove(row);
    }
}
