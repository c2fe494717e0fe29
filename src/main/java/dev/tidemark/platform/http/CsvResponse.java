package dev.tidemark.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/**
 * A table for a spreadsheet, for those who ask for {@code text/csv} first. All others get JSON, also those who ask for nothing: two
 * methods with a media type each leave that choice to the server, which does not always choose JSON.
 */
public final class CsvResponse {
    public static final String TYPE = "text/csv";

    private CsvResponse() {}

    public static boolean isWanted(HttpHeaders headers) {
        MediaType first = headers.getAcceptableMediaTypes().get(0);
        return first.getType().equals("text") && first.getSubtype().equals("csv");
    }
}
