package dev.tidemark.security.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.tidemark.security.account.AccountRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Validates ID tokens, and reads name and groups of the user from them or from the UserInfo endpoint. */
@ApplicationScoped
public class IdTokenReader {

    /** Tolerated difference between the clocks of the provider and of this node. */
    static final int CLOCK_SKEW_SECONDS = 60;

    private final OidcSettings settings;
    private final OidcHttp http;

    @Inject
    public IdTokenReader(OidcSettings settings, OidcHttp http) {
        this.settings = settings;
        this.http = http;
    }

    OidcIdentity identity(OIDCTokens tokens, Nonce nonce, OidcProvider.Known provider) throws OidcException {
        if (tokens.getIDToken() == null) {
            throw OidcException.invalid("signIn.oidc.invalidToken", null);
        }
        IDTokenClaimsSet verified = verified(tokens.getIDToken(), nonce, provider);
        String subject = verified.getSubject().getValue();
        Map<String, Object> claims = new HashMap<>(verified.toJSONObject());
        if (!claims.containsKey(settings.groupsClaim().split("\\.")[0]) || !claims.containsKey("preferred_username")) {
            userInfo(tokens, subject, provider.metadata()).forEach(claims::putIfAbsent);
        }
        return new OidcIdentity(
                settings.issuer(),
                subject,
                name(claims, subject),
                groups(claims),
                tokens.getIDToken().serialize());
    }

    private IDTokenClaimsSet verified(JWT token, Nonce nonce, OidcProvider.Known provider) throws OidcException {
        IDTokenValidator validator = new IDTokenValidator(
                provider.metadata().getIssuer(),
                new ClientID(settings.clientId()),
                new JWSVerificationKeySelector<>(algorithms(provider.metadata()), provider.keys()),
                null);
        validator.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        try {
            return validator.validate(token, nonce);
        } catch (com.nimbusds.jose.KeySourceException unreadable) {
            throw OidcException.unavailable(settings.issuer(), unreadable);
        } catch (BadJOSEException | JOSEException rejected) {
            throw OidcException.invalid("signIn.oidc.invalidToken", rejected);
        }
    }

    /** Signatures with public keys only. */
    private static Set<JWSAlgorithm> algorithms(OIDCProviderMetadata metadata) {
        Set<JWSAlgorithm> offered = new LinkedHashSet<>(
                Optional.ofNullable(metadata.getIDTokenJWSAlgs()).orElse(List.of(JWSAlgorithm.RS256)));
        offered.retainAll(JWSAlgorithm.Family.SIGNATURE);
        return offered.isEmpty() ? Set.of(JWSAlgorithm.RS256) : offered;
    }

    private Map<String, Object> userInfo(OIDCTokens tokens, String subject, OIDCProviderMetadata metadata)
            throws OidcException {
        if (metadata.getUserInfoEndpointURI() == null || tokens.getAccessToken() == null) {
            return Map.of();
        }
        UserInfoRequest request = new UserInfoRequest(metadata.getUserInfoEndpointURI(), tokens.getAccessToken());
        try {
            UserInfoResponse answer = UserInfoResponse.parse(http.send(request.toHTTPRequest()));
            boolean same = answer.indicatesSuccess()
                    && answer.toSuccessResponse().getUserInfo() != null
                    && answer.toSuccessResponse()
                            .getUserInfo()
                            .getSubject()
                            .getValue()
                            .equals(subject);
            return same ? answer.toSuccessResponse().getUserInfo().toJSONObject() : Map.of();
        } catch (IOException | ParseException failed) {
            throw OidcException.unavailable(settings.issuer(), failed);
        }
    }

    /** The first claim that is a valid name; otherwise one made of the subject. */
    private static String name(Map<String, Object> claims, String subject) {
        return Stream.of("preferred_username", "email")
                .map(claims::get)
                .filter(String.class::isInstance)
                .map(text -> text.toString().strip().toLowerCase(Locale.ROOT))
                .filter(AccountRules::isName)
                .findFirst()
                .orElseGet(() -> "oidc-"
                        + java.util.UUID.nameUUIDFromBytes(subject.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** The claim itself, or a path into objects: {@code realm_access.roles}. */
    private Set<String> groups(Map<String, Object> claims) {
        Object found = claims.get(settings.groupsClaim());
        if (found == null) {
            found = claims;
            for (String key : settings.groupsClaim().split("\\.")) {
                found = found instanceof Map<?, ?> map ? map.get(key) : null;
            }
        }
        Set<String> groups = new HashSet<>();
        if (found instanceof List<?> list) {
            list.forEach(group -> groups.add(String.valueOf(group)));
        } else if (found instanceof String one) {
            groups.add(one);
        }
        return groups;
    }

    JWT parsed(String token) {
        try {
            return JWTParser.parse(token);
        } catch (java.text.ParseException never) {
            throw new IllegalStateException(never);
        }
    }
}
