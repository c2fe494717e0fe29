package dev.tidemark.platform.net;

import java.util.Optional;

/** The response to an {@link OutboundRequest}: a redirect is one, and is not followed. */
public record OutboundResponse(int status, Optional<String> mediaType, String body) {}
