package dev.tidemark.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.audience.Audience;
import dev.tidemark.audience.AudienceFixture;
import dev.tidemark.audience.DigestOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DigestRoundTest {

    private final List<String> written = new ArrayList<>();

    private static DigestOrder order(String list) {
        return new DigestOrder(
                AudienceFixture.list(list, "{\"members\": [\"a@shop.example\"]}"), Sample.PLAN, Instant.EPOCH);
    }

    @Nested
    class GivenThreeListsOfWhichTheFirstCannotBeWritten {

        private final DigestRound round = new DigestRound(
                new Audience() {
                    @Override
                    public List<DigestOrder> digestOrders() {
                        return Stream.of("broken", "second", "third")
                                .map(DigestRoundTest::order)
                                .toList();
                    }
                },
                new Digests() {
                    @Override
                    public void writeDue(DigestOrder order) {
                        if (order.list().id().equals("broken")) {
                            throw new IllegalStateException("as the test wants");
                        }
                        written.add(order.list().id());
                    }
                },
                null);

        @Test
        void whenTheRoundIsMade_thenTheOthersAreWrittenAndTheTroubleNamesTheList() {
            assertThatThrownBy(round::round).hasMessage("list \"broken\"");
            assertThat(written).containsExactly("second", "third");
        }
    }
}
