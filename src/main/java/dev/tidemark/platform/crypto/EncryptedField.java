package dev.tidemark.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;

/**
 * One value of the database that is stored encrypted: AES-256-GCM with a random nonce, as {@code enc:1:KEY-ID:BASE64}. Table, column
 * and row are authenticated, so that a value that is copied to another row or column is not accepted there.
 *
 * @param row the primary key as text
 */
public record EncryptedField(String table, String column, String row) {

    private static final String PREFIX = "enc:1:";
    private static final Pattern FORM = Pattern.compile(PREFIX + "([0-9a-f]{8}):([A-Za-z0-9+/]+=*)");
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The value, encrypted with the current key. */
    public String encrypt(String value) {
        return encrypt(value, EncryptionKeys.current().current());
    }

    /**
     * The value. A text without the form of an encrypted value is returned as it is: an earlier version stored it.
     *
     * @throws EncryptionKeyException when the key is not known, or the value does not belong to this field
     */
    public String decrypt(String stored) {
        Matcher parts = FORM.matcher(stored);
        if (parts.matches()) {
            return decrypt(parts.group(1), parts.group(2));
        }
        if (stored.startsWith(PREFIX)) {
            throw damaged();
        }
        return stored;
    }

    /** A keyed hash of the value, equal for equal values of the column as long as the key is the same. */
    public String hash(String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(EncryptionKeys.current().current().secret());
            mac.update((table + "\n" + column + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("every JDK has HmacSHA256", failed);
        }
    }

    /** What every value begins with that is encrypted with the current key. */
    static String currentPrefix() {
        return PREFIX + EncryptionKeys.current().current().id() + ":";
    }

    private String encrypt(String value, EncryptionKey key) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(value.getBytes(StandardCharsets.UTF_8));
            ByteBuffer all = ByteBuffer.allocate(nonce.length + encrypted.length)
                    .put(nonce)
                    .put(encrypted);
            return PREFIX + key.id() + ":" + Base64.getEncoder().encodeToString(all.array());
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("cannot encrypt " + this, failed);
        }
    }

    private String decrypt(String keyId, String base64) {
        EncryptionKey key = EncryptionKeys.current()
                .find(keyId)
                .or(() -> EncryptionKeys.refreshed().find(keyId))
                .orElseThrow(() -> new EncryptionKeyException(
                        "encryption.value.unknownKey",
                        table,
                        row,
                        keyId,
                        EncryptionKeys.current().origin()));
        try {
            byte[] all = bytes(base64);
            byte[] value = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(all, NONCE_BYTES))
                    .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return new String(value, StandardCharsets.UTF_8);
        } catch (AEADBadTagException changed) {
            throw damaged();
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("cannot decrypt " + this, failed);
        }
    }

    private byte[] bytes(String base64) {
        try {
            byte[] all = Base64.getDecoder().decode(base64);
            if (all.length >= NONCE_BYTES + TAG_BITS / Byte.SIZE) {
                return all;
            }
        } catch (IllegalArgumentException notBase64) {
            throw damaged();
        }
        throw damaged();
    }

    private EncryptionKeyException damaged() {
        return new EncryptionKeyException("encryption.value.damaged", table, column, row);
    }

    private Cipher cipher(int mode, EncryptionKey key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(String.join("\n", PREFIX, key.id(), table, column, row).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
