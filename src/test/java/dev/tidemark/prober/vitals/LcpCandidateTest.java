package dev.tidemark.prober.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.result.LcpElement;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LcpCandidateTest {

    private static LcpElement parts(TimeSpan fetch, double ttfb) {
        return new LcpCandidate(1_000, 5_000, "/hero.jpg", "#hero", Optional.ofNullable(fetch)).element(ttfb);
    }

    private static LcpElement element(double ttfb, double delay, double duration, double render) {
        return new LcpElement("#hero", Optional.of("/hero.jpg"), 5_000, ttfb, delay, duration, render);
    }

    @Nested
    class GivenAnImageAt1000 {

        @Test
        void whenItsFetchIsKnown_thenTheFourPartsAddUp() {
            assertThat(parts(new TimeSpan(300, 800), 200)).isEqualTo(element(200, 100, 500, 200));
        }

        @Test
        void whenItWasPreloadedBeforeTheFirstByte_thenThereIsNoDelay() {
            assertThat(parts(new TimeSpan(100, 800), 200)).isEqualTo(element(200, 0, 600, 200));
        }

        @Test
        void whenItGoesOnLoadingAfterThePaint_thenTheLoadIsClipped() {
            assertThat(parts(new TimeSpan(300, 4_000), 200)).isEqualTo(element(200, 100, 700, 0));
        }

        @Test
        void whenItsFetchIsUnknown_thenAllIsRenderDelay() {
            assertThat(parts(null, 200)).isEqualTo(element(200, 0, 0, 800));
        }
    }
}
