package dev.tidemark.launcher.server;

import dev.tidemark.launcher.system.LaunchException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** The name of an encryption key in the database, derived from the key as the server does. */
final class EncryptionKeyId {
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;

    private EncryptionKeyId() {}

    /**
     * @param base64 the key
     * @param origin the setting or file that contains it
     * @param remedy is appended to the message
     * @throws LaunchException if it is no key
     */
    static String of(String base64, String origin, String remedy) {
        byte[] key = decoded(base64, origin, remedy);
        if (key.length != KEY_BYTES) {
            throw new LaunchException(
                    origin + " contains a key of " + key.length + " bytes instead of " + KEY_BYTES + "." + remedy);
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("tidemark-encryption-key-id".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(key), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every JDK has SHA-256", never);
        }
    }

    private static byte[] decoded(String base64, String origin, String remedy) {
        try {
            return Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException notBase64) {
            throw new LaunchException(origin + " contains a key that is not Base64." + remedy, notBase64);
        }
    }
}
