package dev.tidemark.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/**
 * Selects CSV for requests whose first accepted media type is {@code text/csv}. All others, also those without an {@code
 * Accept} header, get JSON. Two resource methods with one media type each would leave the choice to the server, which does not
 * always choose JSON.
 */
public final class CsvResponse {
    public static final String TYPE = "text/csv";

    private CsvResponse() {}

    public static boolean isWanted(HttpHeaders headers) {
        MediaType first = headers.getAcceptableMediaTypes().get(0);
        return first.getType().equals("text") && first.getSubtype().equals("csv");
    }
}
