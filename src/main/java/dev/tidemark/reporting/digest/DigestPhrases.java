package dev.tidemark.reporting.digest;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.incident.IncidentType;
import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.reporting.digest.Digest.Moved;
import dev.tidemark.storage.marker.Marker;
import java.util.Locale;
import java.util.Optional;

/** What the text and the page of a digest say alike. */
record DigestPhrases(Digest edition) {

    String title() {
        return edition.list().name() + ": " + edition.sentence();
    }

    String span() {
        String words = edition.period().words();
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ": "
                + edition.period().exactly();
    }

    /** For a list that nobody names; empty for others. */
    Optional<String> nobody() {
        return edition.counts().isEmpty()
                ? Optional.of("No probe names this list: write list:"
                        + edition.list().id() + " under notify of those that it shall be told about.")
                : Optional.empty();
    }

    String percentile() {
        return "p75 of the " + edition.period().unit() + ", beside the one before";
    }

    static String state(ProbeState state) {
        return state.title().toString().toLowerCase(Locale.ROOT);
    }

    /** Where it stands, and what; without its state. */
    String incident(Incident one) {
        String place = one.concern() == IncidentType.OPERATION ? "" : " @ " + one.location();
        return one.probeName() + place + ": " + one.headline();
    }

    String since(Incident one) {
        return "since " + edition.period().time(one.openedAt())
                + one.acknowledgement()
                        .map(who -> "; " + who.by() + " looks after it")
                        .orElse("");
    }

    String change(Moved one) {
        return one.title() + ": " + one.change().headline();
    }

    static String direction(Moved one) {
        return one.change().isWorse() ? "worse" : "better";
    }

    String since(Moved one) {
        return "since " + edition.period().time(one.change().beganAt());
    }

    String marker(Marker one) {
        return edition.period().time(one.at()) + ": " + one.kind().label() + " \"" + one.title() + "\" of "
                + one.scope();
    }

    static String more(int more, String what) {
        return "And " + more + " more " + what + (more == 1 ? "" : "s");
    }
}
