package dev.tidemark.alerting.recipient;

import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;

/**
 * Where a contact group is used.
 *
 * @param probes that notify it
 * @param groups ids of contact groups that escalate to it
 */
public record ContactGroupUsage(List<ProbeId> probes, List<String> groups) {

    private static final int MAX_NAMED = 10;

    public ContactGroupUsage {
        probes = List.copyOf(probes);
        groups = List.copyOf(groups);
    }

    public boolean isEmpty() {
        return probes.isEmpty() && groups.isEmpty();
    }

    /** {@code Probe shop notifies it. Contact groups day, night escalate to it.} */
    public LocalizedMessage text() {
        return LocalizedMessage.sentences(
                sentence(
                        "contactGroup.use.probes",
                        probes.stream().map(ProbeId::slug).toList()),
                sentence("contactGroup.use.groups", groups));
    }

    private static LocalizedMessage sentence(String key, List<String> ids) {
        if (ids.isEmpty()) {
            return LocalizedMessage.EMPTY;
        }
        LocalizedMessage named =
                LocalizedMessage.list(ids.stream().limit(MAX_NAMED).toList());
        int more = ids.size() - MAX_NAMED;
        return LocalizedMessage.of(
                key, ids.size(), more > 0 ? LocalizedMessage.of("contactGroup.use.more", named, more) : named);
    }
}
