package dev.tidemark.alerting.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alerting.delivery.NotificationFixtures;
import dev.tidemark.it.ManualClock;
import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestEntities;
import dev.tidemark.platform.http.BasePath;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SignedLinksIT {

    private static final String TEAM = "team@shop.example";
    private static TestEntities entities;

    private final ManualClock clock = new ManualClock(NotificationFixtures.NOON);
    private final UUID incident = UUID.randomUUID();
    private final SignedLinks links = new SignedLinks(
            new PageUrls(Optional.empty(), "127.0.0.1", 8080, new BasePath("")), clock, entities.manager());

    @BeforeAll
    static void connect() throws SQLException {
        entities = new TestEntities(TestDatabase.fresh());
    }

    @AfterAll
    static void close() {
        entities.close();
    }

    private static <T> T in(Supplier<T> work) {
        return entities.inTransaction(work);
    }

    private static String token(String link) {
        return URI.create(link).getQuery().substring("token=".length());
    }

    @Nested
    class GivenALinkToAcknowledge {

        private final String token = token(in(() -> links.acknowledge(incident, TEAM)));

        @Test
        void whenItIsViewedTwiceAndUsedTwice_thenOnlyOneUseCounts() {
            assertThat(in(() -> links.acknowledgeLink(token)))
                    .contains(new SignedLinks.AcknowledgeLink(incident, TEAM));
            assertThat(in(() -> links.acknowledgeLink(token))).isPresent();
            assertThat(in(() -> links.markUsed(token))).isTrue();
            assertThat(in(() -> links.markUsed(token))).isFalse();
            assertThat(in(() -> links.acknowledgeLink(token))).isEmpty();
        }

        @Test
        void whenAWeekHasPassed_thenItHasExpired() {
            clock.advance(Duration.ofDays(7).minusSeconds(1));
            assertThat(in(() -> links.acknowledgeLink(token))).isPresent();
            clock.advance(Duration.ofSeconds(1));
            assertThat(in(() -> links.acknowledgeLink(token))).isEmpty();
        }

        @Test
        void whenACharacterIsChanged_thenItIsInvalid() {
            String forged = (token.startsWith("Y") ? "Z" : "Y") + token.substring(1);
            String cut = token.substring(0, token.length() - 1);

            assertThat(in(() -> links.acknowledgeLink(forged))).isEmpty();
            assertThat(in(() -> links.acknowledgeLink(cut))).isEmpty();
            assertThat(in(() -> links.acknowledgeLink("nonsense"))).isEmpty();
        }

        @Test
        void whenItIsUsedToUnsubscribe_thenItIsInvalid() {
            assertThat(in(() -> links.unsubscribeRecipient(token))).isEmpty();
        }
    }

    @Nested
    class GivenALinkToUnsubscribe {

        @Test
        void whenAYearIsOver_thenItStillNamesItsRecipient() {
            String token = token(in(() -> links.unsubscribe(TEAM)));
            clock.advance(Duration.ofDays(365));

            assertThat(in(() -> links.unsubscribeRecipient(token))).contains(TEAM);
            assertThat(in(() -> links.acknowledgeLink(token))).isEmpty();
        }
    }
}
