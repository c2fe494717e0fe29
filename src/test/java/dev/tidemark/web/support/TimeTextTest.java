package dev.tidemark.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.platform.i18n.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final TimeText times = new TimeText(ZoneOffset.UTC, NOW, Messages.of(Locale.ROOT));

    @ParameterizedTest
    @CsvSource({
        "PT0S, just now",
        "PT9.9S, just now",
        "PT10S, 10 s ago",
        "PT89S, 89 s ago",
        "PT90S, 2 min ago",
        "PT13M29S, 13 min ago",
        "PT53M25S, 53 min ago",
        "PT2H4M40S, 2 h 5 min ago",
        "P3DT4H, 3 d 4 h ago",
        "PT-5M-20S, in 5 min",
        "PT-30S, in 30 s"
    })
    void whenAnInstantIsShownRelativeToNow_thenSecondsAreShownBelow90s(Duration age, String text) {
        assertThat(times.ago(NOW.minus(age))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "PT13M29S, 13 min ago",
        "PT89M, 89 min ago",
        "PT90M, 2 h ago",
        "PT2H29M, 2 h ago",
        "PT35H, 35 h ago",
        "P2DT20H, 3 d ago"
    })
    void givenAnAge_whenItIsWrittenInOneUnit_thenItIsRounded(Duration age, String text) {
        assertThat(times.about(NOW.minus(age))).isEqualTo(text);
    }
}
