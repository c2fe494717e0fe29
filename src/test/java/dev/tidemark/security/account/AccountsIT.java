package dev.tidemark.security.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestPersistence;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.glassfish.soteria.identitystores.hash.Pbkdf2PasswordHashImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AccountsIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);

    private static final AccountSettings NOTHING_SET = new AccountSettings(
            Optional.empty(), Optional.empty(), Optional.empty(), "127.0.0.1", Optional.empty(), false);

    private static final PasswordHasher PASSWORDS = new PasswordHasher(new Pbkdf2PasswordHashImpl());

    private TestPersistence persistence;

    @BeforeEach
    void open() throws SQLException {
        persistence = TestPersistence.over(TestDatabase.fresh());
    }

    @AfterEach
    void close() {
        persistence.close();
    }

    private InitialCredentials setUp(Optional<String> password, Optional<String> token) {
        return persistence.inTransaction(
                entities -> new Accounts(entities, CLOCK, PASSWORDS).setUp(password, token, true));
    }

    private boolean isPassword(String password) {
        return persistence.inTransaction(entities -> new Accounts(entities, CLOCK, PASSWORDS)
                .authenticate("admin", password)
                .isPresent());
    }

    private Optional<String> ownerOf(String token) {
        return persistence.inTransaction(entities ->
                new Accounts(entities, CLOCK, PASSWORDS).token(token).map(ApiToken::actsAs));
    }

    private static Users users(EntityManager entities) {
        return new Users(entities, CLOCK, NOTHING_SET, PASSWORDS);
    }

    private static ApiTokens tokens(EntityManager entities) {
        return new ApiTokens(entities, CLOCK, NOTHING_SET);
    }

    @Nested
    class GivenAnEmptyDatabase {

        @Test
        void whenSetupRunsTwice_thenPasswordAndTokenAreGeneratedOnce() {
            InitialCredentials first = setUp(Optional.empty(), Optional.empty());
            InitialCredentials second = setUp(Optional.empty(), Optional.empty());
            assertThat(second.isEmpty()).isTrue();
            assertThat(isPassword(first.password().orElseThrow())).isTrue();
            assertThat(isPassword("wrong")).isFalse();
            assertThat(ownerOf(first.token().orElseThrow())).hasValue("admin");
            assertThat(ownerOf("wrong")).isEmpty();
        }

        @Test
        void whenTheSettingsHaveThem_thenNothingIsGenerated() {
            InitialCredentials login = setUp(Optional.of("p"), Optional.of("t"));
            assertThat(login.isEmpty()).isTrue();
            assertThat(isPassword("p")).isTrue();
            assertThat(ownerOf("t")).hasValue("admin");
        }
    }

    @Nested
    class GivenTheAdminWasRemoved {

        @Test
        void whenSetupRunsAgain_thenNoAdminIsCreatedWhileAnotherExists() {
            setUp(Optional.empty(), Optional.empty());
            persistence.inTransaction(entities -> {
                users(entities).add("ada", Role.OPERATOR, "password of ada", "admin");
                users(entities).remove("admin", "ada");
                tokens(entities)
                        .pageAfter(Optional.empty(), ApiTokens.MAX_PAGE_SIZE)
                        .items()
                        .forEach(token -> tokens(entities).revoke(token.id(), "ada"));
                return true;
            });

            assertThat(setUp(Optional.empty(), Optional.empty()).isEmpty()).isTrue();
            List<ApiToken> left = persistence.inTransaction(entities -> tokens(entities)
                    .pageAfter(Optional.empty(), ApiTokens.MAX_PAGE_SIZE)
                    .items());
            assertThat(left).isEmpty();

            setUp(Optional.of("p"), Optional.empty());
            assertThat(isPassword("p")).isTrue();
        }
    }

    @Nested
    class GivenASession {

        private SessionLogin login;

        @BeforeEach
        void signIn() {
            setUp(Optional.of("p"), Optional.empty());
            login = persistence
                    .inTransaction(entities -> new Accounts(entities, CLOCK, PASSWORDS).authenticate(" Admin ", "p"))
                    .orElseThrow();
        }

        private Optional<Role> role() {
            return persistence.inTransaction(entities -> new Accounts(entities, CLOCK, PASSWORDS).roleOf(login));
        }

        @Test
        void whenAnotherNodeStartsWithTheSamePassword_thenItContinues() {
            setUp(Optional.of("p"), Optional.empty());
            assertThat(role()).hasValue(Role.OPERATOR);
        }

        @Test
        void whenThePasswordChanges_thenItHasEnded() {
            setUp(Optional.of("q"), Optional.empty());
            assertThat(role()).isEmpty();
        }

        @Test
        void whenTheRoleChanges_thenItAppliesAtOnceAndTheSettingsRestoreIt() {
            persistence.inTransaction(
                    entities -> users(entities).add("ada", Role.OPERATOR, "password of ada", "admin"));
            persistence.inTransaction(
                    entities -> users(entities).change("admin", Optional.of(Role.READER), Optional.empty(), "ada"));
            assertThat(role()).hasValue(Role.READER);
            setUp(Optional.of("p"), Optional.empty());
            assertThat(role()).hasValue(Role.OPERATOR);
        }
    }

    @Nested
    class GivenATokenOfTheSettings {

        private List<ApiToken> tokens(String setting) {
            AccountSettings settings = new AccountSettings(
                    Optional.empty(),
                    Optional.ofNullable(setting),
                    Optional.empty(),
                    "127.0.0.1",
                    Optional.empty(),
                    false);
            return persistence.inTransaction(entities -> new ApiTokens(entities, CLOCK, settings)
                    .pageAfter(Optional.empty(), ApiTokens.MAX_PAGE_SIZE)
                    .items());
        }

        @Test
        void whenTheSettingChanges_thenTheFormerTokenIsListedAsSuchAndStaysValid() {
            setUp(Optional.of("p"), Optional.of("t"));
            setUp(Optional.of("p"), Optional.of("u"));

            assertThat(tokens("u"))
                    .extracting(ApiToken::origin)
                    .containsExactlyInAnyOrder(ApiToken.Origin.SETTING, ApiToken.Origin.FORMER);
            assertThat(ownerOf("t")).hasValue("admin");
        }

        @Test
        void whenItIsACreatedToken_thenItMayWriteAndDoesNotExpire() {
            setUp(Optional.of("p"), Optional.empty());
            String secret = persistence
                    .inTransaction(entities -> AccountsIT.tokens(entities)
                            .create(
                                    "ci",
                                    TokenScope.READ,
                                    Optional.of(CLOCK.instant().plusSeconds(1)),
                                    "admin"))
                    .orElseThrow()
                    .secret();

            setUp(Optional.of("p"), Optional.of(secret));

            assertThat(tokens(secret))
                    .filteredOn(token -> token.origin() == ApiToken.Origin.SETTING)
                    .singleElement()
                    .satisfies(token -> assertThat(token.scope()).isEqualTo(TokenScope.WRITE))
                    .satisfies(token -> assertThat(token.expires()).isEmpty());
        }
    }

    @Nested
    class GivenAGuessablePasswordInTheSettings {

        private InitialCredentials setUpReachable(String password) {
            return persistence.inTransaction(entities ->
                    new Accounts(entities, CLOCK, PASSWORDS).setUp(Optional.of(password), Optional.of("t"), false));
        }

        @Test
        void whenOthersCanReachTheServer_thenOneIsGeneratedInstead() {
            InitialCredentials first = setUpReachable("password12");
            assertThat(isPassword("password12")).isFalse();
            assertThat(isPassword(first.password().orElseThrow())).isTrue();
        }

        @Test
        void whenItWasThePasswordBefore_thenItStays() {
            setUp(Optional.of("password12"), Optional.of("t"));
            assertThat(setUpReachable("password12").isEmpty()).isTrue();
            assertThat(isPassword("password12")).isTrue();
        }

        @Test
        void whenItReplacesAGoodOne_thenTheGoodOneStays() {
            setUpReachable("tidal rocks 4 pearls");
            setUpReachable("aaaaaaaaaaaa");
            assertThat(isPassword("tidal rocks 4 pearls")).isTrue();
        }
    }

    @Nested
    class GivenASecondFactorOfTheAdmin {

        @Test
        void whenTheSettingsHaveAnotherPassword_thenItIsRemoved() {
            setUp(Optional.of("p"), Optional.empty());
            SecondFactors factors =
                    persistence.bean(SecondFactors.class, entities -> new SecondFactors(entities, CLOCK));
            TotpSecret secret = factors.begin("admin").orElseThrow();
            factors.confirm("admin", secret.code(CLOCK.instant()));
            setUp(Optional.of("p"), Optional.empty());
            assertThat(factors.isActive("admin")).isTrue();
            setUp(Optional.of("q"), Optional.empty());
            assertThat(factors.isActive("admin")).isFalse();
        }
    }

    @Nested
    class GivenAnOldDatabase {

        @Test
        void whenTheSettingsHaveNewOnes_thenThePasswordIsReplacedAndTheTokenAdded() {
            InitialCredentials first = setUp(Optional.empty(), Optional.empty());
            setUp(Optional.of("p"), Optional.of("t"));
            assertThat(isPassword("p")).isTrue();
            assertThat(isPassword(first.password().orElseThrow())).isFalse();
            assertThat(ownerOf("t")).hasValue("admin");
            assertThat(ownerOf(first.token().orElseThrow())).hasValue("admin");
        }
    }
}
