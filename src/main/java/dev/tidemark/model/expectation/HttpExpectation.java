package dev.tidemark.model.expectation;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.List;
import java.util.OptionalInt;

/**
 * The assertions on an HTTP response.
 *
 * @param status allowed status codes; empty: any below 400
 * @param headers assertions on header fields
 * @param body assertions on the whole body as text
 * @param json assertions on values of a JSON body
 * @param certificateDays minimum remaining validity of the certificate
 * @param version {@code 1.1} or {@code 2}; empty: any
 */
public record HttpExpectation(
        List<StatusRange> status,
        List<Assertion> headers,
        List<Assertion> body,
        List<Assertion> json,
        OptionalInt certificateDays,
        String version) {

    private static final HttpExpectation NOTHING =
            new HttpExpectation(List.of(), List.of(), List.of(), List.of(), OptionalInt.empty(), "");

    public HttpExpectation {
        status = List.copyOf(status);
        headers = List.copyOf(headers);
        body = List.copyOf(body);
        json = List.copyOf(json);
        if (!version.matches("|1\\.1|2")) {
            throw new InvalidValueException("validation.version.unknown", version);
        }
    }

    /** No assertions except a status below 400. */
    public static HttpExpectation nothing() {
        return NOTHING;
    }

    public boolean allows(int code) {
        return status.isEmpty() ? code < 400 : status.stream().anyMatch(range -> range.contains(code));
    }

    /** Whether the content of the body matters. */
    public boolean readsBody() {
        return !body.isEmpty() || !json.isEmpty();
    }
}
