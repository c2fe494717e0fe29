package dev.tidemark.alerting.recipient;

import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;

/**
 * The references to a contact group.
 *
 * @param probes that notify it
 * @param lists ids of contact groups that escalate to it
 */
public record ContactGroupUsage(List<ProbeId> probes, List<String> lists) {

    private static final int NAMED = 10;

    public ContactGroupUsage {
        probes = List.copyOf(probes);
        lists = List.copyOf(lists);
    }

    public boolean isEmpty() {
        return probes.isEmpty() && lists.isEmpty();
    }

    /** {@code It is a recipient of the probe shop. The contact groups day, night escalate to it.} */
    public String words() {
        return LocalizedMessage.together(
                        sentence(
                                "recipient.use.probes",
                                probes.stream().map(ProbeId::slug).toList()),
                        sentence("recipient.use.groups", lists))
                .toString();
    }

    private static LocalizedMessage sentence(String key, List<String> ids) {
        if (ids.isEmpty()) {
            return LocalizedMessage.NOTHING;
        }
        LocalizedMessage named = LocalizedMessage.listed(ids.stream().limit(NAMED).toList());
        int more = ids.size() - NAMED;
        return LocalizedMessage.of(key, ids.size(), more > 0 ? LocalizedMessage.of("recipient.use.more", named, more) : named);
    }
}
