package dev.tidemark.security.account;

/** What came of a change of a user. */
public enum UserChangeResult {
    DONE,
    /** There is no such user. */
    MISSING,
    /** There is one of that name already. */
    TAKEN,
    /** Without them nobody could change anything any more. */
    LAST_OPERATOR
}
