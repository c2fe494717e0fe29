package dev.tidemark.model.probe;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The assertions on an HTTP response.
 *
 * @param status allowed status codes; empty: any below 400
 * @param contains texts that must all occur in the body
 * @param json expected texts by JSON path in the body, such as {@code up} at {@code $.status}
 * @param certificateDays minimum remaining validity of the certificate
 * @param version {@code 1.1} or {@code 2}; empty: any
 */
public record HttpExpectation(
        List<Integer> status,
        List<String> contains,
        Map<String, String> json,
        OptionalInt certificateDays,
        String version) {

    private static final HttpExpectation NOTHING =
            new HttpExpectation(List.of(), List.of(), Map.of(), OptionalInt.empty(), "");

    public HttpExpectation {
        status = List.copyOf(status);
        contains = List.copyOf(contains);
        json = Map.copyOf(json);
        if (!version.matches("|1\\.1|2")) {
            throw new InvalidValueException("validation.version.unknown", version);
        }
        if (status.stream().anyMatch(code -> code < 100 || code > 599)) {
            throw new InvalidValueException("validation.status.range", status);
        }
    }

    /** No assertions except a status below 400. */
    public static HttpExpectation nothing() {
        return NOTHING;
    }

    public boolean allows(int code) {
        return status.isEmpty() ? code < 400 : status.contains(code);
    }
}
