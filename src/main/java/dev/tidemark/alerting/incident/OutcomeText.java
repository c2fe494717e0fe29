package dev.tidemark.alerting.incident;

import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.UntrustedText;

/** An outcome in words that may stand in the subject of a mail: one line, not long. */
final class OutcomeText {

    private static final int LONGEST = 160;

    private OutcomeText() {}

    /** {@code HTTP status: 503 Service Unavailable}. */
    static String of(Outcome outcome) {
        String words = outcome.kind().title();
        String detail = outcome.detail().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return UntrustedText.clean(detail.isEmpty() ? words : words + ": " + detail, LONGEST);
    }
}
