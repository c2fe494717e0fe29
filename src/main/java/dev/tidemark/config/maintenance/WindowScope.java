package dev.tidemark.config.maintenance;

import dev.tidemark.model.result.ProbeId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which probes a window is about: those named, those with one of the tags; all when it names neither. */
public record WindowScope(Set<ProbeId> probes, Set<String> tags) {

    public WindowScope {
        probes = new TreeSet<>(probes);
        tags = new TreeSet<>(tags);
    }

    public boolean isAll() {
        return probes.isEmpty() && tags.isEmpty();
    }

    public boolean covers(ProbeId probe, Collection<String> itsTags) {
        return isAll() || probes.contains(probe) || itsTags.stream().anyMatch(tags::contains);
    }

    /** {@code all probes}, {@code shop-home, tag checkout}. */
    public String words() {
        List<String> all =
                new java.util.ArrayList<>(probes.stream().map(ProbeId::slug).toList());
        tags.forEach(tag -> all.add("tag " + tag));
        return all.isEmpty() ? "all probes" : String.join(", ", all);
    }
}
