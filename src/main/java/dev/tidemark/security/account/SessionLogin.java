package dev.tidemark.security.account;

import java.io.Serializable;
import java.util.UUID;

/**
 * That somebody has shown a user's password. It holds as long as that user has that password.
 *
 * @param credential stands for the password
 */
public record SessionLogin(String name, UUID credential) implements Serializable {}
