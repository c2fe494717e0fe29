package dev.tidemark.security.account;

/** The result of changing a user. */
public enum UserChangeResult {
    DONE,
    /** There is no such user. */
    MISSING,
    /** There is already a user with that name. */
    TAKEN,
    /** The last administrator cannot be removed or become a viewer. */
    LAST_OPERATOR
}
