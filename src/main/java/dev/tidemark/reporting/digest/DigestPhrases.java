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
record DigestPhrases(Digest edition) {

    String title() {
        return words("digest.title", edition.list().name(), edition.sentence());
    }

    /** {@code Week of 16 November: Mon 16 November, 08:00 to Mon 23 November, 08:00 (Europe/Berlin)}. */
    String span() {
        DigestPeriod period = edition.period();
        return words("digest.span", capitalized(period.words().toString()), period.range());
    }

    /** What to do about a contact group that no probe notifies; empty for others. */
    Optional<String> unused() {
        return edition.counts().isEmpty()
                ? Optional.of(words("digest.unused", edition.list().id()))
                : Optional.empty();
    }

    String percentiles() {
        return words("digest.percentiles." + edition.period().unit());
    }

    /** @param section {@code incidents}, {@code pages}, {@code changes} or {@code annotations}; {@code empty} for one without entries */
    static String section(String section) {
        return words("digest.section." + section);
    }

    /** @param state as the API writes it */
    static String state(String state) {
        return words("state.inline." + state);
    }

    /** Probe, location and headline. */
    String incident(Incident one) {
        return one.concern() == IncidentType.OPERATION
                ? words("digest.incident.selfTitle", one.probeName(), one.headline())
                : words("digest.incident.title", one.probeName(), one.location(), one.headline());
    }

    String since(Incident one) {
        String opened = time(one.openedAt());
        return one.acknowledgement()
                .map(who -> words("digest.incident.acknowledged", opened, who.by(), time(who.at())))
                .orElseGet(() -> words("digest.incident.since", opened));
    }

    String change(DigestChange one) {
        return words("digest.change.title", one.title(), one.change().headline());
    }

    static String direction(DigestChange one) {
        return words(one.change().isWorse() ? "digest.change.worse" : "digest.change.better");
    }

    String since(DigestChange one) {
        return words("digest.change.since", time(one.change().beganAt()));
    }

    String annotation(Marker one) {
        return words("digest.annotation." + one.kind().label(), time(one.at()), one.title(), one.scope());
    }

    /** How many entries of a section are not shown. */
    static String more(int more, String section) {
        return words("digest.more." + section, more);
    }

    private String time(Instant at) {
        return edition.period().time(at);
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(UtcTimestamp.language()) + text.substring(1);
    }

    private static String words(String key, Object... parts) {
        return LocalizedMessage.of(key, parts).toString();
    }
}
