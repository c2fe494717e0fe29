package dev.tidemark.reporting.digest;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.incident.IncidentType;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.UtcTimestamp;
import dev.tidemark.reporting.digest.Digest.DigestChange;
import dev.tidemark.storage.marker.Marker;
import java.time.Instant;
import java.util.Optional;

/** Texts of a digest that plain text and HTML share. */
record DigestPhrases(Digest digest) {

    String title() {
        return text("digest.title", digest.group().name(), digest.countsText());
    }

    /** {@code Week of 16 November: Mon 16 November, 08:00 to Mon 23 November, 08:00 (Europe/Berlin)}. */
    String span() {
        DigestPeriod period = digest.period();
        return text("digest.span", capitalized(period.text().toString()), period.range());
    }

    /** What to do about a contact group that no probe notifies; empty for others. */
    Optional<String> unused() {
        return digest.counts().isEmpty()
                ? Optional.of(text("digest.unused", digest.group().id()))
                : Optional.empty();
    }

    String percentiles() {
        return text("digest.percentiles." + digest.period().unit());
    }

    /** @param section {@code incidents}, {@code pages}, {@code changes} or {@code annotations}; {@code empty} for one without entries */
    static String section(String section) {
        return text("digest.section." + section);
    }

    /** @param state as the API writes it */
    static String state(String state) {
        return text("state.inline." + state);
    }

    /** Probe, location and headline. */
    String incident(Incident one) {
        return one.incidentType() == IncidentType.OPERATION
                ? text("digest.incident.selfTitle", one.probeName(), one.headline())
                : text("digest.incident.title", one.probeName(), one.location(), one.headline());
    }

    String since(Incident one) {
        String opened = time(one.openedAt());
        return one.acknowledgement()
                .map(acknowledgement ->
                        text("digest.incident.acknowledged", opened, acknowledgement.by(), time(acknowledgement.at())))
                .orElseGet(() -> text("digest.incident.since", opened));
    }

    String change(DigestChange one) {
        return text("digest.change.title", one.title(), one.change().headline());
    }

    static String direction(DigestChange one) {
        return text(one.change().isWorse() ? "digest.change.worse" : "digest.change.better");
    }

    String since(DigestChange one) {
        return text("digest.change.since", time(one.change().beganAt()));
    }

    String annotation(Marker one) {
        return text("digest.annotation." + one.kind().label(), time(one.at()), one.title(), one.scope());
    }

    /** How many entries of a section are not shown. */
    static String more(int more, String section) {
        return text("digest.more." + section, more);
    }

    private String time(Instant at) {
        return digest.period().time(at);
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(UtcTimestamp.language()) + text.substring(1);
    }

    private static String text(String key, Object... parts) {
        return LocalizedMessage.of(key, parts).toString();
    }
}
