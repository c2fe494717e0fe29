package dev.tidemark.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.timeline.TimelineEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChartCacheKeyTest {

    private static final RunId RUN = new RunId(UUID.fromString("01a1fed8-49f0-7305-828a-8808b84f1cd1"));

    private static ChartCacheKey openIncident(String readAt) {
        return new ChartCacheKey(
                List.of(RUN),
                List.of(new TimelineEvent(
                        Instant.parse("2026-11-21T14:00:30Z"),
                        Optional.of(Instant.parse(readAt)),
                        "incident",
                        "LCP 2.8 s > 2.5 s",
                        LocalizedMessage.verbatim("default"),
                        "/incidents/1",
                        "",
                        "")));
    }

    @Nested
    class GivenAnIncidentThatIsStillOpen {
        @Test
        void whenItIsReadTwiceInAMinute_thenTheKeyIsTheSame() {
            assertThat(openIncident("2026-11-21T14:03:00Z").truncatedToMinutes())
                    .isEqualTo(openIncident("2026-11-21T14:03:59.999Z").truncatedToMinutes());
        }

        @Test
        void whenItIsReadInTheNextMinute_thenTheKeyDiffers() {
            assertThat(openIncident("2026-11-21T14:03:59.999Z").truncatedToMinutes())
                    .isNotEqualTo(openIncident("2026-11-21T14:04:00Z").truncatedToMinutes());
        }

        @Test
        void whenARunHasEnded_thenTheKeyDiffers() {
            ChartCacheKey before = openIncident("2026-11-21T14:03:00Z");
            RunId next = new RunId(UUID.fromString("01a1fed8-49f0-7305-828a-8808b84f1cd2"));
            assertThat(new ChartCacheKey(List.of(next, RUN), before.events()).truncatedToMinutes())
                    .isNotEqualTo(before.truncatedToMinutes());
        }
    }
}
