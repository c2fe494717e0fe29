package dev.tidemark.account;

/** What came of a change of a user. */
public enum Answer {
    DONE,
    /** There is no such user. */
    MISSING,
    /** There is one of that name already. */
    TAKEN,
    /** Without them nobody could change anything any more. */
    LAST_OPERATOR
}
