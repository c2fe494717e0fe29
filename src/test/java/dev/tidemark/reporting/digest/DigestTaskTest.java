package dev.tidemark.reporting.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.alerting.recipient.DigestSubscription;
import dev.tidemark.alerting.recipient.RecipientFixture;
import dev.tidemark.alerting.recipient.RecipientResolver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DigestTaskTest {

    private final List<String> written = new ArrayList<>();

    private static DigestSubscription order(String list) {
        return new DigestSubscription(
                RecipientFixture.list(list, "{\"members\": [\"a@shop.example\"]}"), SampleDigest.PLAN, Instant.EPOCH);
    }

    @Nested
    class GivenThreeGroupsOfWhichTheFirstFails {

        private final DigestTask round = new DigestTask(
                new RecipientResolver(null, null) {
                    @Override
                    public List<DigestSubscription> digestSubscriptions() {
                        return Stream.of("broken", "second", "third")
                                .map(DigestTaskTest::order)
                                .toList();
                    }
                },
                new Digests(null, null, null, null, null, null) {
                    @Override
                    public void createDue(DigestSubscription order) {
                        if (order.group().id().equals("broken")) {
                            throw new IllegalStateException("as the test wants");
                        }
                        written.add(order.group().id());
                    }
                },
                null);

        @Test
        void whenTheTaskRuns_thenTheOthersAreSentAndTheErrorNamesTheGroup() {
            assertThatThrownBy(round::createDue).hasMessage("contact group \"broken\"");
            assertThat(written).containsExactly("second", "third");
        }
    }
}
