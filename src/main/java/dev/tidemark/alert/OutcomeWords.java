package dev.tidemark.alert;

import dev.tidemark.observation.HostileText;
import dev.tidemark.observation.Outcome;

/** An outcome in words that may stand in the subject of a mail: one line, not long. */
final class OutcomeWords {

    private static final int LONGEST = 160;

    private OutcomeWords() {}

    /** {@code HTTP status: 503 Service Unavailable}. */
    static String of(Outcome outcome) {
        String words = outcome.kind().title();
        String detail = outcome.detail().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return HostileText.clean(detail.isEmpty() ? words : words + ": " + detail, LONGEST);
    }
}
