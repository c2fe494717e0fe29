package dev.tidemark.config.maintenance;

import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
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
    public LocalizedMessage words() {
        List<LocalizedMessage> all = new ArrayList<>(probes.stream()
                .map(ProbeId::slug)
                .map(LocalizedMessage::verbatim)
                .toList());
        tags.forEach(tag -> all.add(LocalizedMessage.of("scope.tag", tag)));
        return all.isEmpty() ? LocalizedMessage.of("scope.allProbes") : LocalizedMessage.listed(all);
    }
}
