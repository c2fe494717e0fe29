package dev.tidemark.digest;

import dev.tidemark.alert.Incident;
import dev.tidemark.audience.RecipientList;
import dev.tidemark.change.Change;
import dev.tidemark.marker.Marker;
import dev.tidemark.standing.ProbeState;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a digest says.
 *
 * @param counts of all probes at all their locations, by state; empty when no probe tells this list
 * @param incidents open now
 * @param pages worst first
 * @param changes that were made sure within the period
 * @param markers of the period, oldest first
 */
record Edition(
        RecipientList list,
        DigestPeriod period,
        Map<ProbeState, Long> counts,
        Some<Incident> incidents,
        Some<PageLine> pages,
        Some<Moved> changes,
        Some<Marker> markers) {

    Edition {
        counts = counts.isEmpty() ? Map.of() : new EnumMap<>(counts);
    }

    /** A change and the name of its page. */
    record Moved(String title, Change change) {}

    /** {@code 1 failing, 2 degraded, 14 passing}. */
    String sentence() {
        return counts.isEmpty()
                ? "no probes"
                : counts.entrySet().stream()
                        .map(one -> one.getValue() + " " + DigestWords.state(one.getKey()))
                        .collect(Collectors.joining(", "));
    }

    String headline() {
        return sentence() + " – " + period.words();
    }
}
