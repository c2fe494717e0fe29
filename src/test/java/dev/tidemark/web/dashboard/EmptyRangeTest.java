package dev.tidemark.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.platform.i18n.Messages;
import dev.tidemark.web.support.PageLink;
import dev.tidemark.web.support.TimeRange;
import dev.tidemark.web.support.TimeText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EmptyRangeTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private static EmptyRange since(String first) {
        TimeRange span = TimeRange.read("", "2026-11-01", "2026-11-10", NOW, ZoneOffset.UTC);
        return new EmptyRange(
                Optional.ofNullable(first).map(Instant::parse),
                false,
                span,
                new TimeText(ZoneOffset.UTC, NOW, Messages.ENGLISH),
                PageLink.of("/probes/shop"));
    }

    @Nested
    class GivenARangeBeforeTheFirstRun {
        @Test
        void whenItIsExplained_thenItNamesAndLinksTheStartOfTheData() {
            assertThat(since("2026-11-10T00:00:00Z").getText())
                    .hasToString("The first run was at 10 Nov 2026, 00:00:00 Z, after the end of this time range.");
            assertThat(since("2026-11-10T00:00:00Z").getLink())
                    .isEqualTo("/probes/shop?from=2026-11-09T23%3A59%3A00Z&to=2026-11-21T12%3A00%3A00Z");
        }
    }

    @Nested
    class GivenARangeWithRuns {
        @Test
        void whenItIsExplained_thenTheMetricIsMissing() {
            assertThat(since("2026-11-09T23:59:59Z").getText())
                    .asString()
                    .endsWith("no run has recorded this metric yet.");
            assertThat(since("2026-10-01T00:00:00Z").getText())
                    .asString()
                    .contains("there are none for this metric in the selected range");
        }
    }

    @Nested
    class GivenNoRunAtAll {
        @Test
        void whenItIsExplained_thenTheFirstRunIsPendingAndThereIsNoLink() {
            assertThat(since(null).getTitle()).hasToString("No data yet");
            assertThat(since(null).getText()).asString().startsWith("The first run is in progress");
            assertThat(since(null).getLink()).isEmpty();
        }

        @Test
        void whenTheProbeIsPaused_thenNoRunIsPromised() {
            TimeRange span = TimeRange.read("", "", "", NOW, ZoneOffset.UTC);
            TimeText times = new TimeText(ZoneOffset.UTC, NOW, Messages.ENGLISH);

            assertThat(new EmptyRange(Optional.empty(), true, span, times, PageLink.of("/probes/shop")).getText())
                    .hasToString("The probe is paused. Resume it to start the first run.");
        }
    }
}
