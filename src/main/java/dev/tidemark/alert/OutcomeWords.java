package dev.tidemark.alert;

import dev.tidemark.observation.HostileText;
import dev.tidemark.observation.Outcome;
import java.util.Locale;
import java.util.Set;

/** An outcome in words that may stand in the subject of a mail: one line, not long. */
final class OutcomeWords {

    private static final Set<String> ABBREVIATIONS = Set.of("DNS", "TLS", "HTTP", "OK", "URL");
    private static final int LONGEST = 160;

    private OutcomeWords() {}

    /** {@code HTTP status: 503 Service Unavailable}. */
    static String of(Outcome outcome) {
        StringBuilder words = new StringBuilder();
        for (String word : outcome.kind().name().split("_")) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(ABBREVIATIONS.contains(word) ? word : word.toLowerCase(Locale.ROOT));
        }
        String detail = outcome.detail().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return HostileText.clean(detail.isEmpty() ? words.toString() : words + ": " + detail, LONGEST);
    }
}
