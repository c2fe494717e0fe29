package dev.tidemark.platform.http;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * What a caller is told when something cannot be done: https://www.rfc-editor.org/rfc/rfc9457
 *
 * @param status the HTTP status
 * @param title the same for every problem of a kind
 * @param detail what, which, and what to do this time; may be empty
 * @param errors every single fault of the input; empty when the input is not to blame
 */
public record Problem(int status, String title, String detail, List<Error> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem with the standard title of its status. */
    public static Problem of(int status, String detail) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return new Problem(status, known == null ? "Status " + status : known.getReasonPhrase(), detail, List.of());
    }

    /** @param instance the path that was asked for */
    public String json(String instance) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title)
                .add("status", status);
        if (!detail.isEmpty()) {
            json.add("detail", detail);
        }
        json.add("instance", instance);
        if (!errors.isEmpty()) {
            JsonArrayBuilder list = Json.createArrayBuilder();
            errors.forEach(error -> list.add(
                    Json.createObjectBuilder().add("pointer", error.pointer()).add("detail", error.detail())));
            json.add("errors", list);
        }
        return json.build().toString();
    }

    /**
     * One fault of the input.
     *
     * @param pointer RFC 6901, such as {@code /budgets/0/metric}; empty for the whole
     */
    public record Error(String pointer, String detail) {}
}
