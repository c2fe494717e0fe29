package dev.tidemark.security.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.ManualClock;
import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestPersistence;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.glassfish.soteria.identitystores.hash.Pbkdf2PasswordHashImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SecondFactorsIT {

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-21T08:00:00Z"));
    private TestPersistence persistence;
    private SecondFactors factors;

    @BeforeEach
    void open() throws SQLException {
        persistence = TestPersistence.over(TestDatabase.fresh());
        AccountSettings settings = new AccountSettings(
                Optional.empty(), Optional.empty(), Optional.empty(), "127.0.0.1", Optional.empty(), false);
        PasswordHasher passwords = new PasswordHasher(new Pbkdf2PasswordHashImpl());
        persistence
                .bean(Users.class, entities -> new Users(entities, clock, settings, passwords))
                .add("ada", Role.OPERATOR, "password of ada", "test");
        factors = persistence.bean(SecondFactors.class, entities -> new SecondFactors(entities, clock));
    }

    @AfterEach
    void close() {
        persistence.close();
    }

    private String code(TotpSecret secret) {
        return secret.code(clock.instant());
    }

    @Nested
    class GivenAnUnconfirmedSecret {

        private TotpSecret secret;

        @BeforeEach
        void begin() {
            secret = factors.begin("ada").orElseThrow();
        }

        @Test
        void whenThePageIsLoadedAgain_thenItIsTheSameAndNoCodeIsRequiredYet() {
            assertThat(factors.begin("ada")).hasValue(secret);
            assertThat(factors.isActive("ada")).isFalse();
            assertThat(factors.accept("ada", code(secret))).isFalse();
        }

        @Test
        void whenItIsStored_thenItIsEncrypted() {
            String stored = persistence.inTransaction(
                    entities -> (String) entities.createNativeQuery("SELECT secret FROM second_factor")
                            .getSingleResult());
            assertThat(stored).startsWith("enc:").doesNotContain(secret.base32());
        }

        @Test
        void whenTheFirstCodeIsWrong_thenItStaysUnconfirmed() {
            assertThat(factors.confirm("ada", "000000")).isEmpty();
            assertThat(factors.isActive("ada")).isFalse();
        }
    }

    @Nested
    class GivenAnActiveFactor {

        private TotpSecret secret;
        private List<String> recoveryCodes;

        @BeforeEach
        void confirm() {
            secret = factors.begin("ada").orElseThrow();
            recoveryCodes = factors.confirm("ada", code(secret)).orElseThrow();
        }

        @Test
        void whenItIsActive_thenTheSecretIsNotShownAgainAndNotReplaced() {
            assertThat(factors.begin("ada")).isEmpty();
            assertThat(factors.isActive("ada")).isTrue();
            assertThat(factors.activeAmong(List.of("ada", "bob"))).containsExactly("ada");
            assertThat(factors.confirm("ada", code(secret))).isEmpty();
        }

        @Test
        void whenItIsSetUpAndARecoveryCodeIsUsed_thenTheAuditLogHasBoth() {
            assertThat(factors.accept("ada", recoveryCodes.get(0))).isTrue();

            List<?> entries =
                    persistence.inTransaction(entities -> entities.createNativeQuery("SELECT action FROM audit_log"
                                    + " WHERE object_type = 'second-factor' AND object_id = 'ada' ORDER BY id")
                            .getResultList());
            assertThat(entries.stream().map(Object::toString)).containsExactly("create", "recovery-code");
        }

        @Test
        void whenTheCodeOfTheSetupIsEnteredAgain_thenItIsRejected() {
            assertThat(factors.accept("ada", code(secret))).isFalse();
        }

        @Test
        void whenTheNextCodeIsEnteredManyTimesAtOnce_thenItIsAcceptedOnce() throws Exception {
            clock.advance(TotpSecret.STEP);
            assertThat(accepted(
                            code(secret).substring(0, 3) + " " + code(secret).substring(3)))
                    .isEqualTo(1);
        }

        @Test
        void whenALaterCodeWasAccepted_thenAnEarlierOneIsRejected() {
            clock.advance(TotpSecret.STEP);
            String earlier = code(secret);
            clock.advance(TotpSecret.STEP);
            assertThat(factors.accept("ada", code(secret))).isTrue();
            assertThat(factors.accept("ada", earlier)).isFalse();
        }

        @Test
        void whenARecoveryCodeIsEnteredManyTimesAtOnce_thenItIsAcceptedOnce() throws Exception {
            assertThat(recoveryCodes)
                    .hasSize(10)
                    .doesNotHaveDuplicates()
                    .allMatch(code -> code.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"));
            assertThat(accepted(recoveryCodes.get(3).toUpperCase(java.util.Locale.ROOT)))
                    .isEqualTo(1);
            assertThat(factors.recoveryCodesLeft("ada")).isEqualTo(9);
            assertThat(factors.accept("ada", recoveryCodes.get(4).replace("-", "")))
                    .isTrue();
        }

        @Test
        void whenItIsRemoved_thenCodesAreNoLongerAcceptedAndTheNextSecretIsAnother() {
            assertThat(factors.remove("ada", "bob")).isTrue();
            assertThat(factors.isActive("ada")).isFalse();
            assertThat(factors.accept("ada", recoveryCodes.get(0))).isFalse();
            assertThat(factors.begin("ada").orElseThrow()).isNotEqualTo(secret);
            assertThat(factors.remove("ada", "bob")).isFalse();
        }

        private long accepted(String code) throws Exception {
            ExecutorService clients = Executors.newFixedThreadPool(8);
            List<Callable<Boolean>> entries = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                entries.add(() -> factors.accept("ada", code));
            }
            long count = 0;
            for (Future<Boolean> result : clients.invokeAll(entries)) {
                count += result.get() ? 1 : 0;
            }
            clients.shutdown();
            return count;
        }
    }
}
