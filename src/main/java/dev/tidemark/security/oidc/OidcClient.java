package dev.tidemark.security.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The relying party of the authorization code flow with PKCE: https://openid.net/specs/openid-connect-core-1_0.html */
@ApplicationScoped
public class OidcClient {

    private final OidcSettings settings;
    private final OidcProvider provider;
    private final IdTokenReader tokens;
    private final OidcHttp http;

    @Inject
    public OidcClient(OidcSettings settings, OidcProvider provider, IdTokenReader tokens, OidcHttp http) {
        this.settings = settings;
        this.provider = provider;
        this.tokens = tokens;
        this.http = http;
    }

    OidcAttempt attempt(String redirectUri, String back) {
        return new OidcAttempt(
                new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue(), redirectUri, back);
    }

    /** Where the browser goes to sign in. */
    URI authorizationUri(OidcAttempt attempt) throws OidcException {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope(settings.scopes()),
                        new ClientID(settings.clientId()),
                        URI.create(attempt.redirectUri()))
                .endpointURI(provider.known().metadata().getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** Reads the state of a response, by which its attempt is found. */
    static AuthorizationResponse response(String uri) throws OidcException {
        try {
            return AuthorizationResponse.parse(URI.create(uri));
        } catch (ParseException | IllegalArgumentException invalid) {
            throw OidcException.invalid("signIn.oidc.invalidResponse", invalid);
        }
    }

    /** Exchanges the code of a response for the identity of the user. */
    OidcIdentity identity(AuthorizationResponse response, OidcAttempt attempt) throws OidcException {
        OIDCProviderMetadata metadata = provider.known().metadata();
        if (!response.indicatesSuccess()) {
            throw OidcException.invalid("signIn.oidc.cancelled", null);
        }
        boolean otherIssuer =
                response.getIssuer() != null && !response.getIssuer().equals(metadata.getIssuer());
        if (otherIssuer || response.getIssuer() == null && metadata.supportsAuthorizationResponseIssuerParam()) {
            throw OidcException.invalid("signIn.oidc.invalidResponse", null);
        }
        AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
        OIDCTokenResponse answer = exchange(metadata, code, attempt);
        return tokens.identity(answer.getOIDCTokens(), new Nonce(attempt.nonce()), provider.known());
    }

    private OIDCTokenResponse exchange(OIDCProviderMetadata metadata, AuthorizationCode code, OidcAttempt attempt)
            throws OidcException {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                code, URI.create(attempt.redirectUri()), new CodeVerifier(attempt.verifier()));
        URI endpoint = metadata.getTokenEndpointURI();
        HTTPRequest request = authentication(metadata)
                .map(authentication -> new TokenRequest.Builder(endpoint, authentication, grant).build())
                .orElseGet(() -> new TokenRequest.Builder(endpoint, new ClientID(settings.clientId()), grant).build())
                .toHTTPRequest();
        try {
            com.nimbusds.oauth2.sdk.TokenResponse answer = OIDCTokenResponseParser.parse(http.send(request));
            if (!answer.indicatesSuccess()) {
                throw OidcException.invalid(
                        "signIn.oidc.refusedCode",
                        new IOException("The token endpoint refused the code: "
                                + answer.toErrorResponse().getErrorObject().toJSONObject()));
            }
            return (OIDCTokenResponse) answer.toSuccessResponse();
        } catch (IOException | ParseException failed) {
            throw OidcException.unavailable(settings.issuer(), failed);
        }
    }

    private Optional<ClientAuthentication> authentication(OIDCProviderMetadata metadata) {
        ClientID client = new ClientID(settings.clientId());
        List<ClientAuthenticationMethod> methods = Optional.ofNullable(metadata.getTokenEndpointAuthMethods())
                .orElse(List.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC));
        return settings.clientSecret()
                .map(Secret::new)
                .map(secret -> methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        ? new ClientSecretBasic(client, secret)
                        : new ClientSecretPost(client, secret));
    }

    /** Where the browser goes to sign out of the provider; empty if the provider does not offer it. */
    Optional<URI> signOutUri(OidcIdentity identity, URI returnTo) throws OidcException {
        return Optional.ofNullable(provider.known().metadata().getEndSessionEndpointURI())
                .map(endpoint -> new LogoutRequest(
                                endpoint,
                                tokens.parsed(identity.idToken()),
                                null,
                                new ClientID(settings.clientId()),
                                returnTo,
                                null,
                                null)
                        .toURI());
    }
}
