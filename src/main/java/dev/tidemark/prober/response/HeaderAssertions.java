package dev.tidemark.prober.response;

import dev.tidemark.model.expectation.Assertion;
import dev.tidemark.model.expectation.AssertionOperator;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.artifact.ProbeSecrets;
import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks header fields. A field of several lines satisfies an assertion if one of its lines does, or all of them joined with commas (RFC
 * 9110 5.3); negative assertions must hold for every line.
 */
final class HeaderAssertions {

    private HeaderAssertions() {}

    static List<LocalizedMessage> failures(List<Assertion> assertions, ResponseHeaders headers) {
        List<LocalizedMessage> failures = new ArrayList<>();
        for (Assertion assertion : assertions) {
            failure(assertion, headers.all(assertion.subject())).ifPresent(failures::add);
        }
        return failures;
    }

    private static Optional<LocalizedMessage> failure(Assertion assertion, List<String> lines) {
        String where =
                LocalizedMessage.of("outcome.http.header", assertion.subject()).toString();
        boolean absent = assertion.operator() == AssertionOperator.ABSENT
                && assertion.expected().equals(JsonValue.TRUE);
        if (lines.isEmpty()) {
            return absent ? Optional.empty() : Optional.of(ExpectationText.missing(where, assertion));
        }
        String joined = String.join(", ", lines);
        Stream<String> values = Stream.concat(lines.stream(), Stream.of(joined)).distinct();
        boolean holds = assertion.operator().isNegative()
                ? values.allMatch(value -> holds(assertion, value))
                : values.anyMatch(value -> holds(assertion, value));
        return holds
                ? Optional.empty()
                : Optional.of(ExpectationText.unexpected(where, shown(assertion.subject(), lines), assertion));
    }

    /** Header values are strings; an order compares those that are numbers. */
    private static boolean holds(Assertion assertion, String value) {
        if (!assertion.operator().isOrder()) {
            return ValueCheck.holds(assertion, Json.createValue(value));
        }
        return number(value)
                .filter(number -> ValueCheck.isOrdered(assertion.operator(), number, assertion.number()))
                .isPresent();
    }

    private static Optional<BigDecimal> number(String value) {
        return value.matches("[+-]?\\d{1,30}(\\.\\d{1,30})?") ? Optional.of(new BigDecimal(value)) : Optional.empty();
    }

    /** The value of a cookie, and of other headers with secrets, is not shown. */
    private static JsonString shown(String name, List<String> lines) {
        boolean secret = ProbeSecrets.isSecretHeader(name);
        List<String> shown =
                lines.stream().map(line -> secret ? masked(line) : line).toList();
        return Json.createValue(String.join(", ", shown));
    }

    private static String masked(String line) {
        return line.contains("=") ? line.replaceFirst("=[^;]*", "=***") : "***";
    }
}
