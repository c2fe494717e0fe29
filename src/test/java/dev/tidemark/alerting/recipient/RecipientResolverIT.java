package dev.tidemark.alerting.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.ManualClock;
import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestEntities;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecipientResolverIT {

    private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");

    private final ManualClock clock = new ManualClock(NOON);
    private TestEntities entities;
    private RecipientResolver audience;

    @BeforeEach
    void open() throws SQLException {
        entities = new TestEntities(TestDatabase.fresh());
        audience = RecipientFixture.over(clock, entities);
        save("team", "");
    }

    @AfterEach
    void close() {
        entities.close();
    }

    private void save(String id, String keys) {
        String json = "{\"members\": [\"a@shop.example\"]" + keys + "}";
        entities.inTransaction(() -> audience.save(RecipientFixture.list(id, json), "a test"));
    }

    private boolean means(String list, String... notify) {
        return entities.inTransaction(() -> audience.notifiesGroup(list)).test(List.of(notify));
    }

    @Nested
    class GivenAProbesRecipients {

        @Test
        void whenTheyNameTheContactGroup_thenAMemberIsNotDuplicated() {
            assertThat(means("team", "a@shop.example", "list:team")).isTrue();
            assertThat(means("team", "a@shop.example")).isFalse();
            assertThat(means("team", "list:others")).isFalse();
        }

        @Test
        void whenTheyNameOneMailboxTwice_thenItIsOneRecipient() {
            List<String> notify = List.of(
                    "A@x.example", "a@X.example", "ops@münchen.example", "OPS@xn--mnchen-3ya.example", "b@x.example");

            assertThat(entities.inTransaction(() -> audience.resolve(notify)).all())
                    .extracting(ResolvedRecipient::address)
                    .containsExactly("A@x.example", "ops@münchen.example", "b@x.example");
        }

        @Test
        void whenAMailboxUnsubscribes_thenItsOtherSpellingsDo() {
            entities.inTransaction(() -> {
                audience.unsubscribe("Gone@münchen.example");
                return null;
            });

            assertThat(entities.inTransaction(() ->
                                    audience.resolve(List.of("gone@MÜNCHEN.example", "gone@xn--mnchen-3ya.example")))
                            .all())
                    .singleElement()
                    .satisfies(one -> assertThat(one.subscribed()).isFalse());
            entities.inTransaction(() -> {
                audience.subscribe("gone@MÜNCHEN.example");
                return null;
            });
            assertThat(entities.inTransaction(() -> audience.isUnsubscribed("Gone@münchen.example")))
                    .isFalse();
        }

        @Test
        void whenTheyNameAMissingContactGroup_thenTheOperatorsGroupIsUsed() {
            assertThat(means("operators", "list:others")).isTrue();
            assertThat(means("operators", "list:team", "b@shop.example")).isFalse();
            assertThat(means("operators", "list:operators")).isTrue();
        }
    }

    @Nested
    class GivenListsOfWhichOneAsksForADigest {

        @Test
        void whenTheyAreQueried_thenItComesWithTheTimeOfItsLastChange() {
            clock.advance(Duration.ofHours(1));
            save("weekly", ", \"digest\": \"weekly\"");

            assertThat(entities.inTransaction(audience::digestSubscriptions))
                    .singleElement()
                    .satisfies(order -> {
                        assertThat(order.group().id()).isEqualTo("weekly");
                        assertThat(order.since()).isEqualTo(NOON.plusSeconds(3_600));
                    });
        }
    }
}
