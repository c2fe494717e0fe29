package dev.tidemark.prober.response;

import dev.tidemark.model.expectation.Assertion;
import dev.tidemark.model.expectation.AssertionOperator;
import dev.tidemark.model.expectation.HttpExpectation;
import dev.tidemark.model.expectation.JsonPath;
import dev.tidemark.model.expectation.TextPattern;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks headers and body of a response against the assertions on them. */
public final class ContentAssertions {

    private final ResponseBody body;
    private final List<LocalizedMessage> failures = new ArrayList<>();

    private ContentAssertions(ResponseBody body) {
        this.body = body;
    }

    /** All failures at once. The body must be readable if there are assertions on it. */
    public static List<LocalizedMessage> failures(HttpExpectation expect, ResponseHeaders headers, ResponseBody body) {
        ContentAssertions assertions = new ContentAssertions(body);
        assertions.failures.addAll(HeaderAssertions.failures(expect.headers(), headers));
        int before = assertions.failures.size();
        expect.body().forEach(assertions::body);
        assertions.json(expect.json());
        if (assertions.failures.size() > before) {
            body.unknownCharset()
                    .map(label -> LocalizedMessage.of("outcome.http.unknownCharset", label))
                    .ifPresent(assertions.failures::add);
        }
        return assertions.failures;
    }

    private void body(Assertion assertion) {
        String wanted = assertion.text();
        boolean negative = assertion.operator().isNegative();
        Optional<String> found = assertion.operator().isPattern()
                ? new TextPattern(wanted).find(body.text())
                : Optional.of(wanted).filter(body.text()::contains);
        if (found.isPresent() != negative) {
            return;
        }
        String key = "outcome.http.body." + assertion.operator().name();
        LocalizedMessage actual =
                negative ? LocalizedMessage.verbatim(ExpectationText.shortened(found.orElseThrow())) : beginning();
        failures.add(LocalizedMessage.of(key, wanted, actual));
    }

    private LocalizedMessage beginning() {
        String start = ExpectationText.shortened(body.text());
        return start.isEmpty()
                ? LocalizedMessage.of("outcome.http.emptyBody")
                : LocalizedMessage.of("outcome.http.bodyBegins", start);
    }

    private void json(List<Assertion> assertions) {
        Optional<LocalizedMessage> problem =
                assertions.isEmpty() ? Optional.empty() : body.json().problem();
        problem.ifPresentOrElse(failures::add, () -> assertions.forEach(this::json));
    }

    private void json(Assertion assertion) {
        String path = assertion.subject();
        Optional<JsonValue> found =
                JsonPath.parse(path).find(body.json().value().orElseThrow());
        boolean absent = assertion.operator() == AssertionOperator.ABSENT
                && assertion.expected().equals(JsonValue.TRUE);
        if (found.isEmpty() && !absent) {
            failures.add(ExpectationText.missing(path, assertion));
        }
        found.filter(value -> !ValueCheck.holds(assertion, value))
                .ifPresent(value -> failures.add(ExpectationText.unexpected(path, value, assertion)));
    }
}
