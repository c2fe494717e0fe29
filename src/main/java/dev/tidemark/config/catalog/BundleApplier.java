package dev.tidemark.config.catalog;

import dev.tidemark.config.catalog.ChangeRefusedException.RefusalReason;
import dev.tidemark.config.reader.ParsedDefinitions;
import dev.tidemark.config.secret.SecretStore;
import dev.tidemark.config.writer.SecretRestorer;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.TagLimit;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Applies a bundle atomically: either every probe of it is as defined, or nothing has changed. */
@ApplicationScoped
class BundleApplier {

    private final ProbeStore store;
    private final SecretStore secrets;
    private final Clock clock;

    @Inject
    BundleApplier(ProbeStore store, SecretStore secrets, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param dryRun only returns the plan */
    @Transactional
    public ApplyPlan apply(ParsedDefinitions definitions, boolean prune, boolean dryRun) {
        List<Probe> bundle = ProbeInput.probes(definitions);
        if (!dryRun) {
            store.lock();
        }
        Map<ProbeId, ProbeEntity> rows = store.all().stream()
                .collect(Collectors.toMap(ProbeEntity::id, row -> row, (one, same) -> one, TreeMap::new));
        rejectFileProbes(bundle, rows);
        Map<ProbeId, Probe> existing = new TreeMap<>();
        rows.forEach((id, row) -> {
            if (row.file().isEmpty()) {
                existing.put(id, row.entry().probe());
            }
        });
        List<Probe> wanted = bundle.stream()
                .map(probe -> existing.containsKey(probe.id())
                        ? SecretRestorer.restore(probe, existing.get(probe.id()))
                        : probe)
                .map(ProbeInput::requireUnmasked)
                .toList();
        wanted.forEach(probe -> ProbeInput.requireSecrets(probe, secrets));
        ApplyPlan plan = ApplyPlan.of(wanted, existing, prune).with(definitions.shared(), sharedBefore());
        if (!dryRun) {
            execute(plan, rows);
        }
        return plan;
    }

    private void execute(ApplyPlan plan, Map<ProbeId, ProbeEntity> rows) {
        plan.created().forEach(probe -> store.add(new ProbeEntity(probe, Optional.empty(), clock.instant())));
        plan.replacements()
                .forEach(probe -> store.replace(rows.get(probe.id()), probe, Optional.empty(), clock.instant()));
        plan.deleted().forEach(id -> store.remove(rows.get(id)));
        plan.shared().filter(ApplyPlan.Shared::hasChanges).ifPresent(shared -> storeShared(shared.after()));
    }

    private List<TagLimit> sharedBefore() {
        return sharedRow().map(SharedBudgetEntity::limits).orElse(List.of());
    }

    private Optional<SharedBudgetEntity> sharedRow() {
        return store.shared().stream().filter(row -> row.source().isEmpty()).findFirst();
    }

    private void storeShared(List<TagLimit> limits) {
        sharedRow()
                .ifPresentOrElse(
                        row -> store.replace(row, limits, clock.instant()),
                        () -> store.add(new SharedBudgetEntity("", limits, clock.instant())));
    }

    private static void rejectFileProbes(List<Probe> bundle, Map<ProbeId, ProbeEntity> rows) {
        String taken = bundle.stream()
                .map(Probe::id)
                .filter(id -> rows.containsKey(id) && rows.get(id).file().isPresent())
                .map(id -> "\"" + id + "\" (" + rows.get(id).file().orElseThrow() + ")")
                .collect(Collectors.joining(", "));
        if (!taken.isEmpty()) {
            throw new ChangeRefusedException(
                    RefusalReason.READ_ONLY, LocalizedMessage.of("problem.probe.definedByFiles", taken));
        }
    }
}
