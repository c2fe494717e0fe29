package dev.tidemark.platform.http;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * Problem details of an HTTP response: https://www.rfc-editor.org/rfc/rfc9457
 *
 * @param status the HTTP status
 * @param title a summary that is the same for all problems of a type
 * @param detail what is wrong with this request and how to fix it; may be empty
 * @param errors all errors in the input; empty when the input is not the cause
 */
public record Problem(int status, LocalizedMessage title, LocalizedMessage detail, List<Error> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem with the standard title of its status. */
    public static Problem of(int status, LocalizedMessage detail) {
        Response.Status known = Response.Status.fromStatusCode(status);
        LocalizedMessage title = known == null
                ? LocalizedMessage.of("problem.title.status", status)
                : LocalizedMessage.verbatim(known.getReasonPhrase());
        return new Problem(status, title, detail, List.of());
    }

    /**
     * The JSON document of the response.
     *
     * @param instance the path of the request
     * @param messages in the language of the client
     */
    public String json(String instance, Messages messages) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", messages.format(title))
                .add("status", status);
        if (!detail.isBlank()) {
            json.add("detail", messages.format(detail));
        }
        json.add("instance", instance);
        if (!errors.isEmpty()) {
            JsonArrayBuilder list = Json.createArrayBuilder();
            errors.forEach(error -> list.add(Json.createObjectBuilder()
                    .add("pointer", error.pointer())
                    .add("detail", messages.format(error.detail()))));
            json.add("errors", list);
        }
        return json.build().toString();
    }

    /**
     * One error in the input.
     *
     * @param pointer RFC 6901, such as {@code /budgets/0/metric}; empty for the whole document
     */
    public record Error(String pointer, LocalizedMessage detail) {}
}
