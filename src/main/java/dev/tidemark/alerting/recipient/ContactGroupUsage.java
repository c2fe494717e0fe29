package dev.tidemark.alerting.recipient;

import dev.tidemark.model.result.ProbeId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who needs a list.
 *
 * @param probes that name it under notify
 * @param lists that escalate to it
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

    /** {@code probe shop names it under notify; lists day, night escalate to it}. */
    public String words() {
        List<String> slugs = probes.stream().map(ProbeId::slug).toList();
        return Stream.of(
                        named("probe", slugs, " names it under notify", " name it under notify"),
                        named("list", lists, " escalates to it", " escalate to it"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String named(String what, List<String> ids, String one, String several) {
        if (ids.isEmpty()) {
            return "";
        }
        String more = ids.size() > NAMED ? " and " + (ids.size() - NAMED) + " more" : "";
        String named = ids.stream().limit(NAMED).collect(Collectors.joining(", ")) + more;
        return ids.size() == 1 ? what + " " + named + one : what + "s " + named + several;
    }
}
