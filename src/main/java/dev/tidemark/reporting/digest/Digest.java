package dev.tidemark.reporting.digest;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.alerting.recipient.ContactGroup;
import dev.tidemark.analysis.changepoint.ChangePoint;
import dev.tidemark.storage.marker.Marker;
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
record Digest(
        ContactGroup list,
        DigestPeriod period,
        Map<ProbeState, Long> counts,
        Some<Incident> incidents,
        Some<DigestEntry> pages,
        Some<Moved> changes,
        Some<Marker> markers) {

    Digest {
        counts = counts.isEmpty() ? Map.of() : new EnumMap<>(counts);
    }

    /** A change and the name of its page. */
    record Moved(String title, ChangePoint change) {}

    /** {@code 1 failing, 2 degraded, 14 passing}. */
    String sentence() {
        return counts.isEmpty()
                ? "no probes"
                : counts.entrySet().stream()
                        .map(one -> one.getValue() + " " + DigestPhrases.state(one.getKey()))
                        .collect(Collectors.joining(", "));
    }

    String headline() {
        return sentence() + " – " + period.words();
    }
}
