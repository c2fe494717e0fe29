package dev.tidemark.security.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpSecretTest {

    /** 12345678901234567890 in Base32: https://www.rfc-editor.org/rfc/rfc6238#appendix-B */
    private static final TotpSecret RFC = new TotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    @Nested
    class GivenTheSecretOfTheRfc {

        @ParameterizedTest
        @CsvSource({
            "59, 287082",
            "1111111109, 081804",
            "1111111111, 050471",
            "1234567890, 005924",
            "2000000000, 279037",
            "20000000000, 353130"
        })
        void whenACodeIsComputed_thenItIsTheLastSixDigitsOfThatOfTheRfc(long second, String code) {
            assertThat(RFC.code(Instant.ofEpochSecond(second))).isEqualTo(code);
        }

        @ParameterizedTest
        @CsvSource({"0, true", "30, true", "-30, true", "59, true", "60, false", "-31, false"})
        void whenTheClockOfTheDeviceDiffers_thenOneStepIsTolerated(long difference, boolean accepted) {
            Instant now = Instant.ofEpochSecond(1_234_567_890);
            assertThat(RFC.step(RFC.code(now), now.plusSeconds(difference)).isPresent())
                    .isEqualTo(accepted);
        }

        @ParameterizedTest
        @CsvSource({"''", "005925", "5924", "0059240", "00592a"})
        void whenAnythingElseIsEntered_thenItIsRejected(String entered) {
            assertThat(RFC.step(entered, Instant.ofEpochSecond(1_234_567_890))).isEmpty();
        }
    }

    @Nested
    class GivenANewSecret {

        @Test
        void whenItIsShown_thenAnAppCanReadIt() {
            TotpSecret secret = TotpSecret.generate();
            assertThat(secret.base32())
                    .matches("[A-Z2-7]{32}")
                    .isNotEqualTo(TotpSecret.generate().base32());
            assertThat(secret.readable()).matches("([A-Z2-7]{4} ){7}[A-Z2-7]{4}");
            assertThat(secret.uri("ada@shop.example", "tide.example"))
                    .isEqualTo("otpauth://totp/Tidemark:ada%40shop.example%40tide.example?secret=" + secret.base32()
                            + "&issuer=Tidemark");
        }
    }
}
