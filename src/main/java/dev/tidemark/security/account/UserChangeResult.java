package dev.tidemark.security.account;

/** The result of changing a user. */
public enum UserChangeResult {
    DONE,
    /** There is no such user. */
    MISSING,
    /** There is already a user with that name. */
    TAKEN,
    /** The last admin cannot be removed or get another role. */
    LAST_OPERATOR,
    /** The password and the groups of the user are those of the OpenID provider. */
    EXTERNAL
}
