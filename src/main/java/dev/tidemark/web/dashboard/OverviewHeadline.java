package dev.tidemark.web.dashboard;

import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The state of all probes in one sentence, which claims that all are passing only if each active one is. */
final class OverviewHeadline {

    private OverviewHeadline() {}

    /**
     * @param all the state of each probe at each location
     * @param hasRuns whether any of them has a completed run
     * @param fileErrors errors in the probe files, which come first
     */
    static LocalizedMessage of(List<ProbeState> all, boolean hasRuns, int fileErrors) {
        if (fileErrors > 0) {
            return LocalizedMessage.list(
                    List.of(LocalizedMessage.of("overview.headline.fileErrors", fileErrors), counts(all)));
        }
        LocalizedMessage bad = counts(all, ProbeState.FAILING, ProbeState.DEGRADED);
        if (!bad.isBlank()) {
            return bad;
        }
        int active = all.size() - count(all, ProbeState.PAUSED);
        if (active == 0) {
            return LocalizedMessage.of("overview.headline.allPaused");
        }
        if (active == count(all, ProbeState.PASSING)) {
            return LocalizedMessage.of(
                    active == all.size() ? "overview.headline.allPassing" : "overview.headline.allActivePassing");
        }
        return hasRuns ? counts(all) : LocalizedMessage.of("overview.headline.noData");
    }

    /** "2 failing, 1 degraded", only states that occur. */
    static LocalizedMessage counts(List<ProbeState> all) {
        return counts(all, ProbeState.values());
    }

    private static LocalizedMessage counts(List<ProbeState> all, ProbeState... states) {
        return LocalizedMessage.list(Arrays.stream(states)
                .filter(all::contains)
                .map(state -> LocalizedMessage.of("state.count." + state.label(), count(all, state)))
                .toList());
    }

    private static int count(List<ProbeState> all, ProbeState state) {
        return Collections.frequency(all, state);
    }
}
