package dev.tidemark.platform.audit;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Locale;

/** The formats of the list: a page as JSON, or all entries as CSV or JSON lines. */
enum AuditFormat {
    JSON(MediaType.APPLICATION_JSON),
    CSV("text/csv"),
    JSONL("application/jsonl");

    private final String mediaType;

    AuditFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of the first accepted media type; JSON unless it is another one of the list. */
    static AuditFormat accepted(HttpHeaders headers) {
        MediaType first = headers.getAcceptableMediaTypes().get(0);
        String accepted = first.getType() + "/" + first.getSubtype();
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(accepted))
                .findFirst()
                .orElse(JSON);
    }
}
