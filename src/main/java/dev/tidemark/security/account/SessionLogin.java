package dev.tidemark.security.account;

import java.io.Serializable;
import java.util.UUID;

/**
 * Proof that a user has entered the correct password. It is valid as long as the user has that password.
 *
 * @param credential identifies the password
 */
public record SessionLogin(String name, UUID credential) implements Serializable {}
