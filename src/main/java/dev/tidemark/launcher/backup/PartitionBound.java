package dev.tidemark.launcher.backup;

import java.io.IOException;
import java.util.regex.Pattern;

/** Bounds of partitions, which are part of a statement: only the forms that Tidemark's tables have. */
final class PartitionBound {
    private static final String INSTANT = "\\('[0-9 :.+-]{10,40}'\\)";
    private static final Pattern VALID = Pattern.compile("DEFAULT|FOR VALUES FROM " + INSTANT + " TO " + INSTANT);

    private PartitionBound() {}

    static String checked(String bound) throws IOException {
        if (!VALID.matcher(bound).matches()) {
            throw new IOException("the bound of a partition is not valid: " + bound);
        }
        return bound;
    }
}
