package dev.tidemark.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of 256 bits.
 *
 * @param id derived from the key, so that every node and every backup gives it the same name: 8 hexadecimal digits
 */
record EncryptionKey(String id, SecretKey secret) {

    private static final int BYTES = 32;
    private static final int ID_BYTES = 4;

    /**
     * @param base64 32 bytes in Base64
     * @param origin the setting or file, for the message
     */
    static EncryptionKey parse(String base64, String origin) {
        byte[] key = decoded(base64, origin);
        if (key.length != BYTES) {
            throw new EncryptionKeyException("encryption.key.length", origin, key.length);
        }
        return new EncryptionKey(id(key), new SecretKeySpec(key, "AES"));
    }

    private static byte[] decoded(String base64, String origin) {
        try {
            return Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException notBase64) {
            throw new EncryptionKeyException("encryption.key.notBase64", origin);
        }
    }

    private static String id(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("tidemark-encryption-key-id".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(key), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every JDK has SHA-256", never);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return id;
    }
}
