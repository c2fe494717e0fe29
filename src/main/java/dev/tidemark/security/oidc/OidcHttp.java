package dev.tidemark.security.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.tidemark.platform.net.OutboundHttp;
import dev.tidemark.platform.net.OutboundRequest;
import dev.tidemark.platform.net.OutboundResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Requests to the provider. The operator has chosen the server of the issuer, which may be internal; other servers that its
 * discovery document names are chosen by the provider, and the address policy applies to them as to any user's input.
 */
@ApplicationScoped
public class OidcHttp {

    private static final int OK = 200;

    private final OidcSettings settings;
    private final OutboundHttp http;

    @Inject
    public OidcHttp(OidcSettings settings, OutboundHttp http) {
        this.settings = settings;
        this.http = http;
    }

    /** The discovery document, or the keys. */
    Resource document(URI uri) throws IOException {
        OutboundResponse response = exchange(uri, Map.of("Accept", "application/json"), Optional.empty());
        if (response.status() != OK) {
            throw new IOException("Status " + response.status() + " of " + uri);
        }
        return new Resource(response.body(), response.mediaType().orElse(null));
    }

    /** The same as {@code request.send()} of the library, which has a client of its own. */
    HTTPResponse send(HTTPRequest request) throws IOException {
        Map<String, String> headers = new HashMap<>();
        request.getHeaderMap().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        OutboundResponse response = exchange(request.getURI(), headers, Optional.ofNullable(request.getBody()));
        HTTPResponse parsed = new HTTPResponse(response.status());
        try {
            if (response.mediaType().isPresent()) {
                parsed.setContentType(response.mediaType().get());
            }
        } catch (ParseException malformed) {
            throw new IOException("Malformed Content-Type", malformed);
        }
        parsed.setBody(response.body());
        return parsed;
    }

    private OutboundResponse exchange(URI uri, Map<String, String> headers, Optional<String> body) throws IOException {
        if (!settings.isAcceptableEndpoint(uri)) {
            throw new IOException("The provider names " + uri + ", which is no https URL");
        }
        return http.exchange(new OutboundRequest(uri, headers, body, Optional.of(URI.create(settings.issuer()))));
    }
}
