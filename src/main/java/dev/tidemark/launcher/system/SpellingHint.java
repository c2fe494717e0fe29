package dev.tidemark.launcher.system;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the valid name that a misspelled one most likely means: the one with the smallest edit distance. */
public final class SpellingHint {
    private SpellingHint() {}

    /** The sentence to append to an error, with a space before it; empty if no name is similar. */
    public static Optional<String> of(String name, Collection<String> valid) {
        return nearest(name, valid).map(nearest -> " Did you mean " + nearest + "?");
    }

    /** The nearest valid name, if at most a third of the characters differ, and two of a short name. */
    private static Optional<String> nearest(String name, Collection<String> valid) {
        int most = Math.max(2, name.length() / 3);
        return valid.stream()
                .filter(candidate -> distance(name, candidate) <= most)
                .min(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The Levenshtein distance, ignoring case. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
