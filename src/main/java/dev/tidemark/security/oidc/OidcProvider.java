package dev.tidemark.security.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What the provider says about itself: its endpoints (OpenID Connect Discovery) and its keys. Both are cached; a token with an
 * unknown key reads the keys again, so that the provider can rotate them.
 */
@ApplicationScoped
public class OidcProvider {

    /** Short, so that an outage of the provider is noticed before the browser is sent there. */
    private static final Duration CACHED = Duration.ofSeconds(2);

    private static final long MIN_REFRESH_MILLIS = 5_000;
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final OidcSettings settings;
    private final OidcHttp http;
    private final Clock clock;
    private Known known;

    @Inject
    public OidcProvider(OidcSettings settings, OidcHttp http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    /** The endpoints and keys of the provider. */
    record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant until) {}

    synchronized Known known() throws OidcException {
        if (known == null || !clock.instant().isBefore(known.until())) {
            known = discover();
        }
        return known;
    }

    private Known discover() throws OidcException {
        String url = settings.issuer().replaceAll("/+$", "") + DISCOVERY;
        try {
            OIDCProviderMetadata metadata =
                    OIDCProviderMetadata.parse(http.document(URI.create(url)).getContent());
            if (!metadata.getIssuer().getValue().equals(settings.issuer())
                    || metadata.getAuthorizationEndpointURI() == null
                    || metadata.getTokenEndpointURI() == null
                    || metadata.getJWKSetURI() == null) {
                throw new ParseException("The document is that of " + metadata.getIssuer() + ", or incomplete");
            }
            return new Known(metadata, keys(metadata), clock.instant().plus(CACHED));
        } catch (IOException | ParseException | IllegalArgumentException failed) {
            throw OidcException.unavailable(settings.issuer(), failed);
        }
    }

    /** The keys read before, as long as they are at the same URL. */
    private JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata) throws IOException {
        if (known != null && known.metadata().getJWKSetURI().equals(metadata.getJWKSetURI())) {
            return known.keys();
        }
        return JWKSourceBuilder.<SecurityContext>create(
                        metadata.getJWKSetURI().toURL(), url -> http.document(URI.create(url.toString())))
                .rateLimited(MIN_REFRESH_MILLIS)
                .retrying(true)
                .build();
    }
}
