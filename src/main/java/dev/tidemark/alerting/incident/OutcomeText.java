package dev.tidemark.alerting.incident;

import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.UntrustedText;
import dev.tidemark.platform.i18n.LocalizedMessage;

/** The text of an outcome for the subject of an e-mail: one line, at most 160 characters. */
final class OutcomeText {

    private static final int MAX_LENGTH = 160;

    private OutcomeText() {}

    /** {@code HTTP status: 503 Service Unavailable}. */
    static String of(Outcome outcome) {
        String title = outcome.kind().title().toString();
        String detail = outcome.detail().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return UntrustedText.clean(
                detail.isEmpty()
                        ? title
                        : LocalizedMessage.of("incident.outcome", title, detail).toString(),
                MAX_LENGTH);
    }
}
