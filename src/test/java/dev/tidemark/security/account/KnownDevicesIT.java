package dev.tidemark.security.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.ManualClock;
import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestPersistence;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.glassfish.soteria.identitystores.hash.Pbkdf2PasswordHashImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KnownDevicesIT {

    private static final SessionLogin ADA = new SessionLogin("ada", UUID.randomUUID());

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-21T08:00:00Z"));
    private TestPersistence persistence;
    private KnownDevices devices;
    private Users users;

    @BeforeEach
    void open() throws SQLException {
        persistence = TestPersistence.over(TestDatabase.fresh());
        AccountSettings settings = new AccountSettings(
                Optional.empty(), Optional.empty(), Optional.empty(), "127.0.0.1", Optional.empty(), false);
        PasswordHasher passwords = new PasswordHasher(new Pbkdf2PasswordHashImpl());
        users = persistence.bean(Users.class, entities -> new Users(entities, clock, settings, passwords));
        devices = persistence.bean(KnownDevices.class, entities -> new KnownDevices(entities, clock));
        users.add("ada", Role.OPERATOR, "password of ada", "test");
        users.add("bob", Role.OPERATOR, "password of bob", "test");
    }

    @AfterEach
    void close() {
        persistence.close();
    }

    @Nested
    class GivenADevice {

        private String token;

        @BeforeEach
        void remember() {
            token = devices.remember(ADA, Optional.empty());
        }

        @Test
        void whenTheUserSignsInAgain_thenItIsKnownForThatUserOnly() {
            assertThat(devices.isKnown(" Ada", token)).isTrue();
            assertThat(devices.isKnown("bob", token)).isFalse();
            assertThat(devices.isKnown("ada", token + "x")).isFalse();
            assertThat(devices.remember(ADA, Optional.of(token))).isEqualTo(token);
        }

        @Test
        void whenItIsNotUsedForLong_thenItIsForgotten() {
            clock.advance(KnownDevices.RETENTION.plus(Duration.ofSeconds(1)));
            assertThat(devices.isKnown("ada", token)).isFalse();
        }

        @Test
        void whenTheUserUsesManyOthers_thenTheOldestIsForgotten() {
            for (int i = 0; i < KnownDevices.MAX_PER_USER; i++) {
                clock.advance(Duration.ofSeconds(1));
                devices.remember(ADA, Optional.empty());
            }
            assertThat(devices.isKnown("ada", token)).isFalse();
        }

        @Test
        void whenAnotherUserSetsThePassword_thenItIsForgotten() {
            users.change("ada", Optional.empty(), Optional.of("another password"), "ada");
            assertThat(devices.isKnown("ada", token)).isTrue();
            users.change("ada", Optional.empty(), Optional.of("a third password"), "bob");
            assertThat(devices.isKnown("ada", token)).isFalse();
        }

        @Test
        void whenTheUserIsRemoved_thenItIsForgotten() {
            users.remove("ada", "bob");
            assertThat(devices.isKnown("ada", token)).isFalse();
        }
    }
}
