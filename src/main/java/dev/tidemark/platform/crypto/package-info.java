/**
 * Encrypts values of the database with AES-256-GCM under a key that is stored outside of it. Owns the key, its registration
 * in the database and the re-encryption of rows. Entry points: {@code EncryptedField}, {@code DatabaseEncryption}.
 */
package dev.tidemark.platform.crypto;
