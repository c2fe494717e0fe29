package dev.tidemark.platform.net;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A request whose response is read.
 *
 * @param body empty for GET; its media type is among the headers
 * @param configured an address that the operator has configured: the request may go to loopback and private addresses if it
 *     goes there, which is to the same host and port
 */
public record OutboundRequest(URI uri, Map<String, String> headers, Optional<String> body, Optional<URI> configured) {

    public OutboundRequest {
        headers = Map.copyOf(headers);
    }

    boolean goesToConfiguredServer() {
        return configured.filter(this::isSameServer).isPresent();
    }

    private boolean isSameServer(URI other) {
        return uri.getHost() != null
                && uri.getHost().equalsIgnoreCase(other.getHost())
                && uri.getScheme().equalsIgnoreCase(other.getScheme())
                && uri.getPort() == other.getPort();
    }
}
