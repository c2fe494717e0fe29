package dev.tidemark.launcher.history;

/**
 * A contradiction in the history.
 *
 * @param subject which slot, run, probe or notification
 */
public record Violation(Kind kind, String subject) {

    /** The guarantees, each with the sentence that says how it was broken. */
    public enum Kind {
        MISSING_SLOT("a planned slot has no run"),
        DUPLICATE_SLOT("a slot has more than one run"),
        UNFINISHED_RUN("a run has not ended"),
        RESULT_WITHOUT_RUN("a result belongs to no run that was started and has ended"),
        ACKNOWLEDGED_WRITE_LOST("a write was acknowledged and is not stored"),
        LOGGED_RESULT_LOST("a node logged a result that is not stored"),
        LOGGED_RESULT_CHANGED("a node logged another outcome than is stored"),
        RECORDED_TWICE("a result was recorded more than once"),
        NOTIFIED_TWICE("a recipient was notified of a transition more than once"),
        NOT_DELIVERED("a notification has not been delivered");

        private final String description;

        Kind(String description) {
            this.description = description;
        }
    }

    @Override
    public String toString() {
        return kind.description + ": " + subject;
    }
}
