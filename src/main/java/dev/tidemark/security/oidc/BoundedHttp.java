package dev.tidemark.security.oidc;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;

/** Sends requests to the provider with timeouts, without following redirects, and reads bodies up to a maximum size. */
final class BoundedHttp {

    private BoundedHttp() {}

    static HTTPResponse send(HTTPRequest request) throws IOException {
        request.setConnectTimeout(OidcProvider.TIMEOUT_MILLIS);
        request.setReadTimeout(OidcProvider.TIMEOUT_MILLIS);
        request.setFollowRedirects(false);
        HttpURLConnection connection = request.toHttpURLConnection();
        try {
            HTTPResponse response = new HTTPResponse(connection.getResponseCode());
            if (connection.getContentType() != null) {
                response.setHeader("Content-Type", connection.getContentType());
            }
            response.setBody(body(connection));
            return response;
        } finally {
            connection.disconnect();
        }
    }

    private static String body(HttpURLConnection connection) throws IOException {
        InputStream stream =
                connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream();
        if (stream == null) {
            return "";
        }
        try (stream) {
            byte[] bytes = stream.readNBytes(OidcProvider.MAX_BYTES + 1);
            if (bytes.length > OidcProvider.MAX_BYTES) {
                throw new IOException("The response is larger than " + OidcProvider.MAX_BYTES + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
