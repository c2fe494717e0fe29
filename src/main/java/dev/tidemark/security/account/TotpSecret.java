package dev.tidemark.security.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * A secret of which one-time passwords are computed: 160 bits, SHA-1, 6 digits, 30 s, which every authenticator app supports
 * (https://www.rfc-editor.org/rfc/rfc6238).
 *
 * @param base32 without padding
 */
public record TotpSecret(String base32) {

    static final Duration STEP = Duration.ofSeconds(30);

    private static final int BYTES = 20;
    private static final String ISSUER = "Tidemark";
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator(STEP);

    static TotpSecret generate() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new TotpSecret(new Base32().encodeAsString(bytes).replace("=", ""));
    }

    /** In groups of four, for typing. */
    public String readable() {
        return base32.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** The URI of a QR code: https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
    public String uri(String user, String host) {
        return "otpauth://totp/" + ISSUER + ":" + encoded(user + "@" + host) + "?secret=" + base32 + "&issuer="
                + ISSUER;
    }

    /** The time step whose code was entered: the current one, or one before or after it. */
    OptionalLong step(String code, Instant now) {
        long current = now.getEpochSecond() / STEP.toSeconds();
        return LongStream.of(current, current - 1, current + 1)
                .filter(step ->
                        code(Instant.ofEpochSecond(step * STEP.toSeconds())).equals(code))
                .findFirst();
    }

    /** The code at a time. */
    String code(Instant at) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(base32), GENERATOR.getAlgorithm()), at);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("a key of any bytes is valid", impossible);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
