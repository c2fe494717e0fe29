package dev.tidemark.it;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** What an authenticator app shows. */
public final class TotpCode {

    private static final long STEP_SECONDS = 30;

    private TotpCode() {}

    /**
     * @param secret as on the page, in Base32
     * @param stepsLater 0 for the current code
     */
    public static String of(String secret, int stepsLater) throws GeneralSecurityException {
        TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
        return generator.generateOneTimePasswordString(
                new SecretKeySpec(new Base32().decode(secret.replaceAll("\\s", "")), generator.getAlgorithm()),
                Instant.now().plusSeconds(STEP_SECONDS * stepsLater));
    }
}
