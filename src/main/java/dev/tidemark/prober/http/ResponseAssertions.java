package dev.tidemark.prober.http;

import dev.tidemark.model.probe.HttpExpectation;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Holds a whole answer against what was expected of it, and tells all that is wrong at once. */
final class ResponseAssertions {

    private static final int UNAUTHORIZED = 401;

    private final HttpExpectation expect;
    private final HttpResult answer;
    private final ResponseBody body;
    private final Instant now;
    private final List<String> wrong = new ArrayList<>();

    private ResponseAssertions(HttpExpectation expect, HttpResult answer, ResponseBody body, Instant now) {
        this.expect = expect;
        this.answer = answer;
        this.body = body;
        this.now = now;
    }

    static Outcome judge(HttpExpectation expect, HttpResult answer, ResponseBody body, Instant now) {
        int status = answer.status().orElse(0);
        if (!expect.allows(status)) {
            OutcomeType kind = status == UNAUTHORIZED && expect.status().isEmpty()
                    ? OutcomeType.AUTH_REQUIRED
                    : OutcomeType.HTTP_STATUS;
            String wanted = expect.status().isEmpty() ? "below 400" : "one of " + expect.status();
            return new Outcome(kind, status + ": expected " + wanted);
        }
        List<String> wrong = new ResponseAssertions(expect, answer, body, now).wrong();
        return wrong.isEmpty() ? Outcome.ok() : new Outcome(OutcomeType.STEP_FAILED, String.join("; ", wrong));
    }

    private List<String> wrong() {
        if (!expect.version().isEmpty() && !expect.version().equals(answer.version())) {
            wrong.add("HTTP version is " + answer.version() + ", expected " + expect.version());
        }
        expect.certificateDays().ifPresent(this::certificate);
        expect.contains().stream()
                .filter(text -> !body.contains(text))
                .forEach(text -> wrong.add("the body does not contain \"" + text + "\""));
        new TreeMap<>(expect.json()).forEach(this::json);
        return wrong;
    }

    private void certificate(int atLeast) {
        if (answer.certificate().isEmpty()) {
            wrong.add("there is no certificate");
            return;
        }
        long days = CertificateExpiry.daysLeft(answer.certificate().get(), now);
        if (days < atLeast) {
            wrong.add("the certificate ends in " + days + " days, expected at least " + atLeast);
        }
    }

    private void json(String path, String expected) {
        String found = body.at(path).map(JsonPath::text).orElse("nothing");
        boolean there = body.at(path).map(JsonValue::getValueType).isPresent();
        if (!there || !found.equals(expected)) {
            wrong.add(path + " is " + found + ", expected " + expected);
        }
    }
}
