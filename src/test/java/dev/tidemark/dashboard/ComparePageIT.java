package dev.tidemark.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.history.HistoryFixture;
import dev.tidemark.history.Run;
import dev.tidemark.it.Product;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.observation.Slot;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ComparePageIT {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final Product PRODUCT = Product.running();

    private static Slot slot(Instant at) {
        return new Slot(new ProbeId("compare-page"), new LocationName("compare-page"), at);
    }

    @Nested
    class GivenTwoRuns {

        @Test
        void whenTheyAreChosenInAnyOrder_thenTheLaterIsHeldAgainstTheEarlier() throws Exception {
            try (HistoryFixture fixture = HistoryFixture.over(PRODUCT.database())) {
                Run first = fixture.recorded(slot(NOON), "LCP", 1_000, "CLS", 0.02);
                Run second = fixture.recorded(slot(NOON.plusSeconds(600)), "LCP", 1_500, "CLS", 0.02);

                String page = PRODUCT.get("/compare?run=" + second.id() + "&run=" + first.id())
                        .body();

                assertThat(page)
                        .contains("LCP differs by +500 ms (+50 %)", "too few samples to know the noise")
                        .contains("/runs/" + first.id(), "/runs/" + second.id());
            }
        }
    }

    @Nested
    class GivenNoTwoRuns {

        @Test
        void whenThePageIsOpened_thenItSaysHowToChoose() throws Exception {
            assertThat(PRODUCT.get("/compare").body()).contains("Choose two runs");
            assertThat(PRODUCT.get("/compare?run=none").body()).contains("does not exist", "Choose two runs");
        }
    }
}
