package dev.tidemark.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestPersistence;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AccountsIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);

    private TestPersistence persistence;

    @BeforeEach
    void open() throws SQLException {
        persistence = TestPersistence.over(TestDatabase.fresh());
    }

    @AfterEach
    void close() {
        persistence.close();
    }

    private FirstLogin setUp(Optional<String> password, Optional<String> token) {
        return persistence.inTransaction(entities -> new Accounts(entities, CLOCK).setUp(password, token));
    }

    private boolean isPassword(String password) {
        return persistence.inTransaction(entities -> new Accounts(entities, CLOCK).isPassword("admin", password));
    }

    private Optional<String> ownerOf(String token) {
        return persistence.inTransaction(entities -> new Accounts(entities, CLOCK).ownerOf(token));
    }

    @Nested
    class GivenAnEmptyDatabase {

        @Test
        void whenItIsSetUpTwice_thenPasswordAndTokenAreMadeUpOnce() {
            FirstLogin first = setUp(Optional.empty(), Optional.empty());
            FirstLogin second = setUp(Optional.empty(), Optional.empty());
            assertThat(second.isEmpty()).isTrue();
            assertThat(isPassword(first.password().orElseThrow())).isTrue();
            assertThat(isPassword("wrong")).isFalse();
            assertThat(ownerOf(first.token().orElseThrow())).hasValue("admin");
            assertThat(ownerOf("wrong")).isEmpty();
        }

        @Test
        void whenTheSettingsHaveThem_thenNothingIsMadeUp() {
            FirstLogin login = setUp(Optional.of("p"), Optional.of("t"));
            assertThat(login.isEmpty()).isTrue();
            assertThat(isPassword("p")).isTrue();
            assertThat(ownerOf("t")).hasValue("admin");
        }
    }

    @Nested
    class GivenAnOldDatabase {

        @Test
        void whenTheSettingsHaveNewOnes_thenThePasswordIsReplacedAndTheTokenAdded() {
            FirstLogin first = setUp(Optional.empty(), Optional.empty());
            setUp(Optional.of("p"), Optional.of("t"));
            assertThat(isPassword("p")).isTrue();
            assertThat(isPassword(first.password().orElseThrow())).isFalse();
            assertThat(ownerOf("t")).hasValue("admin");
            assertThat(ownerOf(first.token().orElseThrow())).hasValue("admin");
        }
    }
}
