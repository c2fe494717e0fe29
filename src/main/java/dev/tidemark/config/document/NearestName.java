package dev.tidemark.config.document;

import dev.tidemark.model.metric.EditDistance;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Suggests the known name that is most similar to an unknown one. */
public final class NearestName {

    private NearestName() {}

    /** {@code Did you mean "samples"?}, or a list of the known names when none is similar. */
    public static LocalizedMessage hint(String word, Collection<String> known) {
        return suggestion(word, known)
                .orElseGet(() -> LocalizedMessage.of("validation.hint.known", String.join(", ", known)));
    }

    /** {@code Did you mean "samples"?}; empty when no known name is similar. */
    public static Optional<LocalizedMessage> suggestion(String word, Collection<String> known) {
        return nearest(word, known).map(near -> LocalizedMessage.of("validation.hint.nearest", near));
    }

    private static Optional<String> nearest(String word, Collection<String> known) {
        int farthest = 1 + word.length() / 4;
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(candidate -> distance(word, candidate) <= farthest);
    }

    private static int distance(String word, String candidate) {
        return EditDistance.between(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
    }
}
