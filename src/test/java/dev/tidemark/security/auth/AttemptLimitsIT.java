package dev.tidemark.security.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestPersistence;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AttemptLimitsIT {

    private static final AttemptLimit FIVE = new AttemptLimit("account ada", 5, Duration.ofMinutes(2));

    private TestDatabase database;
    private final List<TestPersistence> nodes = new ArrayList<>();

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.fresh();
        nodes.add(TestPersistence.over(database));
        nodes.add(
                TestPersistence.over(database.url() + "?ApplicationName=other", database.user(), database.password()));
    }

    @AfterEach
    void close() {
        nodes.forEach(TestPersistence::close);
    }

    private AttemptLimits node(int number) {
        return nodes.get(number).bean(AttemptLimits.class, AttemptLimits::new);
    }

    private Optional<Duration> reserve(AttemptLimit... limits) {
        return node(0).reserve(List.of(limits));
    }

    private void pass(Duration time) {
        nodes.get(0).inTransaction(entities -> entities.createNativeQuery(
                        "UPDATE attempt_limit SET recovers_at = recovers_at - ?1 * interval '1 second'")
                .setParameter(1, time.toSeconds())
                .executeUpdate());
    }

    private long rows() {
        return nodes.get(0).inTransaction(entities -> (Long)
                entities.createNativeQuery("SELECT count(*) FROM attempt_limit").getSingleResult());
    }

    @Nested
    class GivenSimultaneousAttempts {

        @Test
        void when150ArriveOnTwoNodes_thenExactlyFiveAreReserved() throws Exception {
            ExecutorService clients = Executors.newFixedThreadPool(30);
            List<Callable<Optional<Duration>>> attempts = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                AttemptLimits node = node(i % 2);
                attempts.add(() -> node.reserve(List.of(FIVE)));
            }
            List<Future<Optional<Duration>>> results = clients.invokeAll(attempts);
            clients.shutdown();

            assertThat(results).filteredOn(AttemptLimitsIT::isReserved).hasSize(5);
        }
    }

    private static boolean isReserved(Future<Optional<Duration>> result) {
        try {
            return result.get().isEmpty();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Nested
    class GivenAnExhaustedLimit {

        @BeforeEach
        void exhaust() {
            for (int i = 0; i < 5; i++) {
                assertThat(reserve(FIVE)).isEmpty();
            }
        }

        @Test
        void whenAnotherNodeIsAsked_thenItNamesTheTimeUntilTheNextAttempt() {
            assertThat(node(1).reserve(List.of(FIVE)).orElseThrow())
                    .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(120));
        }

        @Test
        void whenItIsExceededOftenMore_thenTheTimeDoesNotGrow() {
            for (int i = 0; i < 100; i++) {
                reserve(FIVE);
            }
            pass(Duration.ofSeconds(121));
            assertThat(reserve(FIVE)).isEmpty();
            assertThat(reserve(FIVE)).isPresent();
        }

        @Test
        void whenAnAttemptIsGivenBack_thenOneMoreIsPossible() {
            node(0).giveBack(List.of(FIVE));
            assertThat(reserve(FIVE)).isEmpty();
            assertThat(reserve(FIVE)).isPresent();
        }

        @Test
        void whenItComesFirst_thenTheNextLimitIsNotUsed() {
            AttemptLimit other = new AttemptLimit("account bob", 1, Duration.ofMinutes(2));
            assertThat(reserve(FIVE, other)).isPresent();
            assertThat(reserve(other)).isEmpty();
        }

        @Test
        void whenAnotherSubjectIsTried_thenItHasItsOwnLimit() {
            assertThat(reserve(new AttemptLimit("account bob", 5, Duration.ofMinutes(2))))
                    .isEmpty();
        }
    }

    @Nested
    class GivenOldRows {

        @Test
        void whenTheyLimitNothingAnyMore_thenTheyAreDeleted() {
            reserve(FIVE);
            nodes.get(0).inTransaction(entities -> {
                new AttemptLimits(entities).clean();
                return true;
            });
            assertThat(rows()).isEqualTo(1);
            pass(Duration.ofMinutes(3));
            nodes.get(0).inTransaction(entities -> {
                new AttemptLimits(entities).clean();
                return true;
            });
            assertThat(rows()).isZero();
        }

        @Test
        void whenThereAreTooMany_thenTheNumberIsBounded() {
            nodes.get(0).inTransaction(entities -> entities.createNativeQuery(
                            "INSERT INTO attempt_limit SELECT lpad(n::text, 64, '0'), now() + n * interval '1 second' + interval '1 hour'"
                                    + " FROM generate_series(1, ?1) n")
                    .setParameter(1, AttemptLimits.MAX_ROWS + 50)
                    .executeUpdate());
            nodes.get(0).inTransaction(entities -> {
                new AttemptLimits(entities).clean();
                return true;
            });
            assertThat(rows()).isEqualTo(AttemptLimits.MAX_ROWS);
        }
    }
}
