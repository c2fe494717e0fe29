package dev.tidemark.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tidemark.it.ManualClock;
import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestPersistence;
import dev.tidemark.platform.runtime.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.glassfish.soteria.identitystores.hash.Pbkdf2PasswordHashImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UsersIT {

    private static final String PASSWORD = "password of ada";
    private static final AccountSettings SETTINGS = new AccountSettings(
            Optional.of("p"), Optional.empty(), Optional.empty(), "127.0.0.1", Optional.empty(), false);

    private static final PasswordHasher PASSWORDS = new PasswordHasher(new Pbkdf2PasswordHashImpl());

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-21T08:00:00Z"));
    private TestPersistence persistence;
    private Users users;
    private ApiTokens tokens;
    private Accounts accounts;

    @BeforeEach
    void open() throws SQLException {
        persistence = TestPersistence.over(TestDatabase.fresh());
        users = persistence.bean(Users.class, entities -> new Users(entities, clock, SETTINGS, PASSWORDS));
        tokens = persistence.bean(ApiTokens.class, entities -> new ApiTokens(entities, clock, SETTINGS));
        accounts = persistence.bean(Accounts.class, entities -> new Accounts(entities, clock, PASSWORDS));
        users.add("ada", Role.OPERATOR, PASSWORD, "test");
    }

    @AfterEach
    void close() {
        persistence.close();
    }

    @Nested
    class GivenAPasswordHashOfBeforeV095 {

        private static final String MIGRATION = "/db/migration/V095__standard_password_hashes.sql";
        private static final String OLD_HASH =
                "600000$AAECAwQFBgcICQoLDA0ODw==$fvzFYEAfttyEPMYgV9quqCoQyoaOZ52S7vWO0s6ldSA=";

        @Test
        void whenTheDatabaseIsMigrated_thenTheUserSignsInAsBefore() {
            String untouched = hashOf("bob");
            store("ada", OLD_HASH);

            migrate();

            assertThat(hashOf("ada")).startsWith("PBKDF2WithHmacSHA256:600000:");
            assertThat(accounts.authenticate("ada", PASSWORD)).isPresent();
            assertThat(accounts.authenticate("ada", "password of bob")).isEmpty();
            assertThat(hashOf("bob")).isEqualTo(untouched);
            assertThat(accounts.authenticate("bob", PASSWORD)).isPresent();
        }

        @BeforeEach
        void addBob() {
            users.add("bob", Role.READER, PASSWORD, "test");
        }

        private void migrate() {
            try (InputStream sql = UsersIT.class.getResourceAsStream(MIGRATION)) {
                update(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private void store(String user, String hash) {
            update("UPDATE account SET password_hash = '" + hash + "' WHERE name = '" + user + "'");
        }

        private void update(String sql) {
            persistence.inTransaction(
                    entities -> entities.createNativeQuery(sql).executeUpdate());
        }

        private String hashOf(String user) {
            return persistence.inTransaction(
                    entities -> entities.find(AccountEntity.class, user).passwordHash());
        }
    }

    @Nested
    class GivenOneAdmin {

        @Test
        void whenTheyAreRemovedOrMadeAViewer_thenThatIsRejected() {
            users.add("bob", Role.READER, PASSWORD, "test");

            assertThat(users.remove("ada", "ada")).isEqualTo(UserChangeResult.LAST_OPERATOR);
            assertThat(users.change("ada", Optional.of(Role.READER), Optional.empty(), "ada"))
                    .isEqualTo(UserChangeResult.LAST_OPERATOR);
            assertThat(users.find("ada").orElseThrow().role()).isEqualTo(Role.OPERATOR);
            assertThat(users.remove("bob", "ada")).isEqualTo(UserChangeResult.DONE);
        }

        @Test
        void whenTheNameIsThere_thenItIsTaken() {
            assertThat(users.add("ada", Role.READER, PASSWORD, "test")).isEqualTo(UserChangeResult.TAKEN);
            assertThat(users.change("bob", Optional.empty(), Optional.of(PASSWORD), "ada"))
                    .isEqualTo(UserChangeResult.MISSING);
            assertThat(users.remove("bob\0", "ada")).isEqualTo(UserChangeResult.MISSING);
            assertThat(accounts.authenticate("bob\0", PASSWORD)).isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> users.add("Bob", Role.READER, PASSWORD, "test"));
        }
    }

    @Nested
    class GivenTheLastTwoAdmins {

        @Test
        void whenEachRemovesTheOtherAtOnce_thenOneRemains() throws Exception {
            users.add("bob", Role.OPERATOR, PASSWORD, "test");
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                List<Callable<UserChangeResult>> both =
                        List.of(() -> users.remove("ada", "bob"), () -> users.remove("bob", "ada"));
                List<UserChangeResult> answers =
                        threads.invokeAll(both).stream().map(UsersIT::result).toList();

                assertThat(answers).containsExactlyInAnyOrder(UserChangeResult.DONE, UserChangeResult.LAST_OPERATOR);
                assertThat(users.pageAfter(Optional.empty(), 10).items()).hasSize(1);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Nested
    class GivenMoreThanOnePage {

        @Test
        void whenUsersArePagedThereAndBack_thenEachIsShownOnce() {
            List.of("eve", "bob", "dan", "cleo").forEach(name -> users.add(name, Role.READER, PASSWORD, "test"));

            Page<User> first = users.pageAfter(Optional.empty(), 2);
            Page<User> second = users.pageAfter(first.next(), 2);
            Page<User> third = users.pageAfter(second.next(), 2);

            assertThat(names(first)).containsExactly("ada", "bob");
            assertThat(first.previous()).isEmpty();
            assertThat(names(second)).containsExactly("cleo", "dan");
            assertThat(names(third)).containsExactly("eve");
            assertThat(third.next()).isEmpty();
            assertThat(names(users.pageBefore(third.previous().orElseThrow(), 2)))
                    .containsExactly("cleo", "dan");
            assertThat(names(users.pageBefore(second.previous().orElseThrow(), 2)))
                    .containsExactly("ada", "bob");
            assertThat(users.pageBefore("cleo", 2).next()).contains("bob");
        }

        @Test
        void whenTokensArePaged_thenTheyAreSortedByNameAndAnUnknownCursorIsTheTop() {
            List.of("c", "a", "b").forEach(name -> tokens.create(name, TokenScope.READ, Optional.empty(), "ada"));

            Page<ApiToken> first = tokens.pageAfter(Optional.empty(), 2);
            UUID last = UUID.fromString(first.next().orElseThrow());

            assertThat(first.items()).extracting(ApiToken::name).containsExactly("a", "b");
            Page<ApiToken> second = tokens.pageAfter(Optional.of(last), 2);
            assertThat(second.items()).extracting(ApiToken::name).containsExactly("c");
            assertThat(tokens.pageBefore(UUID.fromString(second.previous().orElseThrow()), 1)
                            .items())
                    .extracting(ApiToken::name)
                    .containsExactly("b");
            tokens.revoke(last, "ada");
            assertThat(tokens.pageAfter(Optional.of(last), 2).items())
                    .extracting(ApiToken::name)
                    .containsExactly("a", "c");
        }

        private List<String> names(Page<User> shelf) {
            return shelf.items().stream().map(User::name).toList();
        }
    }

    @Nested
    class GivenASignedInUser {

        @Test
        void whenTheyAreRemovedAndAddedAgainWithTheSamePassword_thenTheSessionHasEnded() {
            users.add("bob", Role.READER, PASSWORD, "ada");
            SessionLogin login = accounts.authenticate("bob", PASSWORD).orElseThrow();
            accounts.recordSignIn(login);
            assertThat(users.find("bob").orElseThrow().signedIn()).hasValue(clock.instant());
            assertThat(accounts.roleOf(login)).hasValue(Role.READER);

            users.remove("bob", "ada");
            assertThat(accounts.roleOf(login)).isEmpty();
            users.add("bob", Role.READER, PASSWORD, "ada");
            assertThat(accounts.roleOf(login)).isEmpty();
        }

        @Test
        void whenTheirPasswordIsSet_thenTheSessionHasEnded() {
            SessionLogin login = accounts.authenticate("ada", PASSWORD).orElseThrow();
            users.change("ada", Optional.empty(), Optional.of("another password"), "ada");
            assertThat(accounts.roleOf(login)).isEmpty();
            assertThat(accounts.authenticate("ada", PASSWORD)).isEmpty();
            assertThat(accounts.authenticate("ada", "another password")).isPresent();
        }
    }

    @Nested
    class GivenAToken {

        private ApiToken.NewToken made;

        @BeforeEach
        void make() {
            made = tokens.create(
                            "ci-shop",
                            TokenScope.READ,
                            Optional.of(clock.instant().plusSeconds(60)),
                            "ada")
                    .orElseThrow();
        }

        @Test
        void whenItsExpiryIsReached_thenItHasExpired() {
            clock.advance(Duration.ofSeconds(60).minusMillis(1));
            assertThat(accounts.token(made.secret()).orElseThrow().isExpired(clock.instant()))
                    .isFalse();
            clock.advance(Duration.ofMillis(1));
            assertThat(accounts.token(made.secret()).orElseThrow().isExpired(clock.instant()))
                    .isTrue();
        }

        @Test
        void whenAnotherWithItsNameIsCreated_thenItIsRejected() {
            assertThat(tokens.create("ci-shop", TokenScope.WRITE, Optional.empty(), "ada"))
                    .isEmpty();
        }

        @Test
        void whenItIsRevoked_thenItIsUnknownAndItsNameIsFree() {
            assertThat(tokens.revoke(made.token().id(), "ada")).isPresent();
            assertThat(tokens.revoke(made.token().id(), "ada")).isEmpty();
            assertThat(accounts.token(made.secret())).isEmpty();
            assertThat(tokens.create("ci-shop", TokenScope.WRITE, Optional.empty(), "ada"))
                    .isPresent();
        }

        @Test
        void whenItIsUsed_thenThatIsStoredByTheNextTask() {
            persistence.inTransaction(entities -> {
                ApiTokenUsage noted = new ApiTokenUsage(entities, clock);
                noted.record(made.token());
                clock.advance(Duration.ofSeconds(30));
                noted.record(made.token());
                noted.write();
                return true;
            });
            assertThat(tokens.pageAfter(Optional.empty(), 10).items())
                    .singleElement()
                    .satisfies(token -> assertThat(token.used()).hasValue(clock.instant()));
        }
    }

    private static UserChangeResult result(Future<UserChangeResult> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
