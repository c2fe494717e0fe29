package dev.tidemark.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.id.State;
import com.sun.net.httpserver.HttpServer;
import dev.tidemark.platform.net.BlockedAddressException;
import dev.tidemark.platform.net.OutboundHttp;
import dev.tidemark.platform.net.OutboundSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An installation that other machines reach, with a provider whose discovery document names other servers. */
class OidcHttpTest {

    private final AtomicInteger otherRequests = new AtomicInteger();
    private HttpServer provider;
    private HttpServer other;
    private String issuer;
    private volatile String tokenEndpoint = "/token";
    private volatile String keys = "/keys";
    private volatile boolean moved;

    @BeforeEach
    void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + provider.getAddress().getPort();
        provider.createContext("/", exchange -> {
            byte[] body = document().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Location", "http://169.254.169.254/");
            exchange.sendResponseHeaders(moved ? 302 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        provider.start();
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            otherRequests.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
        other.stop(0);
    }

    private String document() {
        return """
                {"issuer": "%s", "authorization_endpoint": "%s/a", "token_endpoint": "%s", "jwks_uri": "%s",
                 "subject_types_supported": ["public"], "keys": []}""".formatted(issuer, issuer, absolute(tokenEndpoint), absolute(keys));
    }

    private String absolute(String url) {
        return url.startsWith("/") ? issuer + url : url;
    }

    private OidcSettings settings() {
        return OidcSettingsTest.settings("tidemark.oidc.issuer", issuer);
    }

    private OidcHttp http() {
        OutboundSettings exposed =
                new OutboundSettings("0.0.0.0", Optional.empty(), Optional.empty(), "localhost", 587, 9990, false);
        return new OidcHttp(settings(), new OutboundHttp(exposed));
    }

    private OidcProvider provider() {
        return new OidcProvider(settings(), http(), Clock.systemUTC());
    }

    private void readKeys() throws Exception {
        provider().known().keys().get(new JWKSelector(new JWKMatcher.Builder().build()), null);
    }

    private void exchangeCode() throws OidcException {
        OidcClient client = new OidcClient(settings(), provider(), new IdTokenReader(settings(), http()), http());
        OidcAttempt attempt = client.attempt("http://127.0.0.1/login/oidc/callback", "/");
        client.identity(
                new AuthorizationSuccessResponse(
                        URI.create(attempt.redirectUri()),
                        new AuthorizationCode("c"),
                        null,
                        new State(attempt.state()),
                        null),
                attempt);
    }

    private String other() {
        return "http://127.0.0.1:" + other.getAddress().getPort() + "/";
    }

    @Test
    void whenTheIssuerIsInTheInternalNetwork_thenItIsRead() throws Exception {
        assertThat(provider().known().metadata().getIssuer()).hasToString(issuer);
        readKeys();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://169.254.169.254/latest/", "https://[::ffff:169.254.169.254]/", "https://10.0.0.1/"})
    void whenTheTokenEndpointIsNotAllowed_thenTheCodeIsNotSent(String endpoint) {
        tokenEndpoint = endpoint;
        assertThatThrownBy(this::exchangeCode).hasRootCauseInstanceOf(BlockedAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://169.254.169.254/latest/", "https://[fd00:ec2::254]/", "https://192.168.0.1/keys"})
    void whenTheKeysAreNotAtAnAllowedAddress_thenTheyAreNotRead(String endpoint) {
        keys = endpoint;
        assertThatThrownBy(this::readKeys).hasRootCauseInstanceOf(BlockedAddressException.class);
    }

    @Test
    void whenAnotherServerOfThisMachineIsNamed_thenNothingIsSentToIt() {
        tokenEndpoint = other();
        keys = other();
        assertThatThrownBy(this::exchangeCode).hasRootCauseInstanceOf(BlockedAddressException.class);
        assertThatThrownBy(this::readKeys).hasRootCauseInstanceOf(BlockedAddressException.class);
        assertThat(otherRequests).hasValue(0);
    }

    @Test
    void whenTheDocumentIsElsewhere_thenTheRedirectIsNotFollowed() {
        moved = true;
        assertThatThrownBy(() -> provider().known()).rootCause().hasMessageStartingWith("Status 302");
    }

    @Test
    void whenAnEndpointIsNotSecure_thenNoSecretIsSentToIt() {
        tokenEndpoint = "http://id.example/token";
        assertThatThrownBy(this::exchangeCode).rootCause().hasMessageContaining("no https URL");
    }
}
