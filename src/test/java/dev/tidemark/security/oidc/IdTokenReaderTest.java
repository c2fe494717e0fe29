package dev.tidemark.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import dev.tidemark.security.account.Role;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdTokenReaderTest {

    private static final String ISSUER = "https://id.example/realm";
    private static final Nonce NONCE = new Nonce("n-1");

    private RSAKey key;
    private RSAKey other;

    @BeforeAll
    void makeKeys() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        other = new RSAKeyGenerator(2048).keyID("k1").generate();
    }

    private static OidcSettings settings(String... more) {
        return OidcSettingsTest.settings(more);
    }

    private OidcIdentity read(JWT token, String... more) throws Exception {
        OIDCProviderMetadata metadata = OIDCProviderMetadata.parse("""
                {"issuer": "%s", "authorization_endpoint": "%s/a", "token_endpoint": "%s/t", "jwks_uri": "%s/k",
                 "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256", "HS256"]}""".formatted(ISSUER, ISSUER, ISSUER, ISSUER));
        OidcProvider.Known provider =
                new OidcProvider.Known(metadata, new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())), Instant.MAX);
        return new IdTokenReader(settings(more), null)
                .identity(new OIDCTokens(token, new BearerAccessToken("a"), null), NONCE, provider);
    }

    private static JWTClaimsSet.Builder claims(Instant issued) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("42")
                .audience("tidemark")
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(issued.plusSeconds(60)))
                .claim("nonce", NONCE.getValue())
                .claim("preferred_username", "Ada")
                .claim("groups", List.of("admins", "staff"));
    }

    private static SignedJWT signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer) throws Exception {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID("k1").build(), claims);
        token.sign(signer);
        return token;
    }

    private SignedJWT valid(JWTClaimsSet.Builder claims) throws Exception {
        return signed(claims.build(), JWSAlgorithm.RS256, new RSASSASigner(key));
    }

    @Nested
    class GivenAValidToken {

        @Test
        void whenItIsRead_thenItHasNameAndGroups() throws Exception {
            OidcIdentity identity = read(valid(claims(Instant.now())));

            assertThat(identity.subject()).isEqualTo("42");
            assertThat(identity.name()).isEqualTo("ada");
            assertThat(identity.groups()).containsExactlyInAnyOrder("admins", "staff");
        }

        @Test
        void whenTheClaimIsAPath_thenTheGroupsAreThoseOfTheObject() throws Exception {
            JWTClaimsSet.Builder claims =
                    claims(Instant.now()).claim("realm_access", Map.of("roles", List.of("a", "b")));

            assertThat(read(valid(claims), "tidemark.oidc.groups.claim", "realm_access.roles")
                            .groups())
                    .containsExactlyInAnyOrder("a", "b");
        }

        @Test
        void whenNoNameIsValid_thenItIsMadeOfTheSubject() throws Exception {
            JWTClaimsSet.Builder claims = claims(Instant.now())
                    .claim("preferred_username", "Ada Lovelace <script>")
                    .claim("email", "x");

            assertThat(read(valid(claims)).name()).isEqualTo("x");
            assertThat(read(valid(claims.claim("email", "ä@b.example"))).name()).startsWith("oidc-");
        }

        @ParameterizedTest
        @ValueSource(longs = {50, -110})
        void whenTheClocksDifferByLessThanAMinute_thenItIsAccepted(long seconds) throws Exception {
            assertThat(read(valid(claims(Instant.now().plusSeconds(seconds)))).name())
                    .isEqualTo("ada");
        }
    }

    @Nested
    class GivenAnInvalidToken {

        private void assertRejected(JWT token) {
            assertThatThrownBy(() -> read(token))
                    .isInstanceOfSatisfying(OidcException.class, rejected -> assertThat(rejected.status())
                            .isEqualTo(400));
        }

        @ParameterizedTest
        @ValueSource(longs = {120, -180})
        void whenTheClocksDifferByMore_thenItIsRejected(long seconds) throws Exception {
            assertRejected(valid(claims(Instant.now().plusSeconds(seconds))));
        }

        @Test
        void whenItIsForAnotherClientOrSignIn_thenItIsRejected() throws Exception {
            assertRejected(valid(claims(Instant.now()).audience("another")));
            assertRejected(valid(claims(Instant.now()).issuer("https://evil.example")));
            assertRejected(valid(claims(Instant.now()).claim("nonce", "n-2")));
            assertRejected(valid(claims(Instant.now()).claim("nonce", null)));
        }

        @Test
        void whenItsSignatureIsNotThatOfTheProvider_thenItIsRejected() throws Exception {
            JWTClaimsSet claims = claims(Instant.now()).build();
            assertRejected(signed(claims, JWSAlgorithm.RS256, new RSASSASigner(other)));
            assertRejected(
                    signed(claims, JWSAlgorithm.HS256, new MACSigner("secret-secret-secret-secret-secret-secret")));
            assertRejected(new PlainJWT(claims));
        }
    }

    @Nested
    class GivenGroups {

        @Test
        void whenSeveralHaveARole_thenTheMostPowerfulCounts() {
            OidcSettings settings = settings("tidemark.oidc.editor.groups", "staff");
            assertThat(settings.roleOf(Set.of("staff", "admins"))).hasValue(Role.OPERATOR);
            assertThat(settings.roleOf(Set.of("staff", "guests"))).hasValue(Role.EDITOR);
            assertThat(settings.roleOf(Set.of("Admins"))).isEqualTo(Optional.empty());
        }
    }
}
