package dev.tidemark.config.catalog;

import dev.tidemark.config.writer.ProbeDifference;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.TagLimit;
import dev.tidemark.model.result.ProbeId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The changes that applying a bundle makes.
 *
 * @param changed the differences by probe
 * @param replacements the changed probes with their new definition
 */
record ApplyPlan(
        List<Probe> created,
        Map<ProbeId, List<ProbeDifference>> changed,
        List<ProbeId> deleted,
        List<ProbeId> unchanged,
        List<Probe> replacements,
        Optional<Shared> shared) {

    /** The limits by tag before and after. */
    record Shared(List<TagLimit> before, List<TagLimit> after) {
        boolean hasChanges() {
            return !before.equals(after);
        }
    }

    /** The same plan, with the limits by tag of the bundle. */
    ApplyPlan with(Optional<List<TagLimit>> wanted, List<TagLimit> before) {
        return new ApplyPlan(
                created, changed, deleted, unchanged, replacements, wanted.map(after -> new Shared(before, after)));
    }

    /**
     * Compares a bundle with the existing probes.
     *
     * @param bundle the wanted probes
     * @param existing the probes that may be changed, by ID
     * @param prune whether probes that are missing in the bundle are deleted
     */
    static ApplyPlan of(List<Probe> bundle, Map<ProbeId, Probe> existing, boolean prune) {
        List<Probe> created = new ArrayList<>();
        List<Probe> replacements = new ArrayList<>();
        Map<ProbeId, List<ProbeDifference>> changed = new LinkedHashMap<>();
        List<ProbeId> unchanged = new ArrayList<>();
        for (Probe wanted : bundle) {
            Probe before = existing.get(wanted.id());
            if (before == null) {
                created.add(wanted);
            } else if (before.equals(wanted)) {
                unchanged.add(wanted.id());
            } else {
                replacements.add(wanted);
                changed.put(wanted.id(), ProbeDifference.between(before, wanted));
            }
        }
        List<ProbeId> named = bundle.stream().map(Probe::id).toList();
        List<ProbeId> deleted = prune
                ? existing.keySet().stream()
                        .filter(id -> !named.contains(id))
                        .sorted()
                        .toList()
                : List.of();
        return new ApplyPlan(created, changed, deleted, unchanged, replacements, Optional.empty());
    }
}
