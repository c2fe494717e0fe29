package dev.tidemark.catalogue;

import dev.tidemark.observation.ProbeId;
import dev.tidemark.probe.Probe;
import dev.tidemark.rendition.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What applying a bundle comes to.
 *
 * @param changed by id, what differs
 */
record Plan(
        List<Probe> created,
        Map<ProbeId, List<Difference>> changed,
        List<ProbeId> deleted,
        List<ProbeId> unchanged,
        List<Probe> replacements) {

    /**
     * @param bundle what there shall be
     * @param existing what there is and may be changed, by id
     * @param prune whether what the bundle does not name is deleted
     */
    static Plan of(List<Probe> bundle, Map<ProbeId, Probe> existing, boolean prune) {
        List<Probe> created = new ArrayList<>();
        List<Probe> replacements = new ArrayList<>();
        Map<ProbeId, List<Difference>> changed = new LinkedHashMap<>();
        List<ProbeId> unchanged = new ArrayList<>();
        for (Probe wanted : bundle) {
            Probe before = existing.get(wanted.id());
            if (before == null) {
                created.add(wanted);
            } else if (before.equals(wanted)) {
                unchanged.add(wanted.id());
            } else {
                replacements.add(wanted);
                changed.put(wanted.id(), Difference.between(before, wanted));
            }
        }
        List<ProbeId> named = bundle.stream().map(Probe::id).toList();
        List<ProbeId> deleted = prune
                ? existing.keySet().stream()
                        .filter(id -> !named.contains(id))
                        .sorted()
                        .toList()
                : List.of();
        return new Plan(created, changed, deleted, unchanged, replacements);
    }

    boolean isEmpty() {
        return created.isEmpty() && changed.isEmpty() && deleted.isEmpty();
    }
}
