package dev.tidemark.it;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The encryption key of the shared server, and of tests that access tables without a server. */
public final class TestEncryption {

    static final String SETTING = "TIDEMARK_ENCRYPTION_KEY";
    static final String KEY =
            Base64.getEncoder().encodeToString("a key of 32 bytes for all tests.".getBytes(StandardCharsets.US_ASCII));

    private TestEncryption() {}

    /** Sets the key for this JVM. */
    public static void setKey() {
        System.setProperty(SETTING, KEY);
    }
}
