package dev.tidemark.platform.i18n;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that an unknown one most likely means. Upper and lower case do not differ. */
public final class SimilarName {

    private SimilarName() {}

    /** The nearest known name, however different it is; empty without known names. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream().min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /** The nearest known name, if one of four letters differs at most, or one letter of a short word. */
    public static Optional<String> similar(String word, Collection<String> known) {
        int farthest = 1 + word.length() / 4;
        return nearest(word, known).filter(candidate -> distance(word, candidate) <= farthest);
    }

    private static int distance(String word, String candidate) {
        return EditDistance.between(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
    }
}
