package dev.tidemark.config.maintenance;

import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The probes that a window applies to: those given by ID or tag; all when neither is given. */
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

    /** A description such as {@code all probes} or {@code shop-home, tag checkout}. */
    public LocalizedMessage description() {
        List<LocalizedMessage> all = new ArrayList<>(probes.stream()
                .map(ProbeId::slug)
                .map(LocalizedMessage::verbatim)
                .toList());
        tags.forEach(tag -> all.add(LocalizedMessage.of("scope.tag", tag)));
        return all.isEmpty() ? LocalizedMessage.of("scope.allProbes") : LocalizedMessage.list(all);
    }
}
