package dev.tidemark.platform.database;

/** What a database or its driver says about a failure. */
public final class FailureReason {

    private FailureReason() {}

    /** The message of the root cause in one line; outer exceptions only say that something failed. */
    public static String of(Throwable failed) {
        Throwable root = root(failed);
        String text = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return text.strip().replaceAll("\\s+", " ");
    }

    static Throwable root(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
