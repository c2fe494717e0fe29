package dev.tidemark.security.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SessionSettingsTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Nested
    class GivenALimit {

        @Test
        void whenItIsJustInside_thenItIsUsed() {
            assertThat(new SessionSettings(Duration.ofMinutes(1), DAY).idle()).isEqualTo(Duration.ofMinutes(1));
            assertThat(new SessionSettings(DAY, Duration.ofDays(365)).max()).isEqualTo(Duration.ofDays(365));
        }

        @Test
        void whenItIsJustOutside_thenTheMessageNamesTheSetting() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SessionSettings(Duration.ofSeconds(59), DAY))
                    .withMessageContaining("TIDEMARK_SESSION_IDLE PT59S");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SessionSettings(DAY, Duration.ofDays(366)))
                    .withMessageContaining("TIDEMARK_SESSION_MAX");
        }
    }
}
