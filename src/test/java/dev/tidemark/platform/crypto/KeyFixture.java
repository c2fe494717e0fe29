package dev.tidemark.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Keys for tests, and the one that this JVM uses. */
final class KeyFixture {

    static final String FIRST = key("the first key, which has 32 bytes");
    static final String SECOND = key("another key, also with 32 bytes.");

    private KeyFixture() {}

    static void use(String keys) {
        System.setProperty("TIDEMARK_ENCRYPTION_KEY", keys);
        EncryptionKeys.refreshed();
    }

    private static String key(String text) {
        return Base64.getEncoder().encodeToString(text.substring(0, 32).getBytes(StandardCharsets.US_ASCII));
    }
}
