package dev.tidemark.config.document;

import dev.tidemark.model.metric.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that was probably meant. */
public final class NearestName {

    private NearestName() {}

    /** {@code did you mean "samples"?}, or, when nothing is near, {@code there are a, b, c}. */
    public static String hint(String word, Collection<String> known) {
        return to(word, known)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElseGet(() -> "there are " + String.join(", ", known));
    }

    private static Optional<String> to(String word, Collection<String> known) {
        int farthest = 1 + word.length() / 4;
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(candidate -> distance(word, candidate) <= farthest);
    }

    private static int distance(String word, String candidate) {
        return EditDistance.between(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
    }
}
