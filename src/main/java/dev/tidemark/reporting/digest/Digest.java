package dev.tidemark.reporting.digest;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.alerting.recipient.ContactGroup;
import dev.tidemark.analysis.changepoint.ChangePoint;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.marker.Marker;
import java.util.EnumMap;
import java.util.Map;

/**
 * The content of a digest.
 *
 * @param counts number of probes times locations by state; empty when no probe notifies the contact group
 * @param incidents open incidents
 * @param pages worst first
 * @param changes confirmed within the period
 * @param markers annotations of the period, oldest first
 */
record Digest(
        ContactGroup group,
        DigestPeriod period,
        Map<ProbeState, Long> counts,
        TruncatedList<Incident> incidents,
        TruncatedList<DigestEntry> pages,
        TruncatedList<DigestChange> changes,
        TruncatedList<Marker> markers) {

    Digest {
        counts = counts.isEmpty() ? Map.of() : new EnumMap<>(counts);
    }

    /** A change, with the name of its probe. */
    record DigestChange(String title, ChangePoint change) {}

    /** {@code 1 failing, 2 degraded, 14 passing}. */
    String countsText() {
        return counts.isEmpty()
                ? LocalizedMessage.of("digest.counts.none").toString()
                : LocalizedMessage.list(counts.entrySet().stream()
                                .map(one -> LocalizedMessage.of(
                                        "digest.counts." + one.getKey().label(), one.getValue()))
                                .toList())
                        .toString();
    }

    /** {@code 1 failing, 2 degraded, 14 passing – week of 16 November}. */
    String headline() {
        return LocalizedMessage.of("digest.headline", countsText(), period.text())
                .toString();
    }
}
