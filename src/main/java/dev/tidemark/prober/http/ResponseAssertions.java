package dev.tidemark.prober.http;

import dev.tidemark.model.probe.HttpExpectation;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Checks a complete response against its assertions and reports all failures at once. */
final class ResponseAssertions {

    private static final int UNAUTHORIZED = 401;

    private final HttpExpectation expect;
    private final HttpResult result;
    private final ResponseBody body;
    private final Instant now;
    private final List<LocalizedMessage> failures = new ArrayList<>();

    private ResponseAssertions(HttpExpectation expect, HttpResult result, ResponseBody body, Instant now) {
        this.expect = expect;
        this.result = result;
        this.body = body;
        this.now = now;
    }

    static Outcome check(HttpExpectation expect, HttpResult result, ResponseBody body, Instant now) {
        int status = result.status().orElse(0);
        if (!expect.allows(status)) {
            OutcomeType kind = status == UNAUTHORIZED && expect.status().isEmpty()
                    ? OutcomeType.AUTH_REQUIRED
                    : OutcomeType.HTTP_STATUS;
            LocalizedMessage detail = expect.status().isEmpty()
                    ? LocalizedMessage.of("outcome.http.status.below400", status)
                    : LocalizedMessage.of(
                            "outcome.http.status", status, LocalizedMessage.list(List.copyOf(expect.status())));
            return new Outcome(kind, detail.toString());
        }
        return new ResponseAssertions(expect, result, body, now)
                .failures().stream()
                        .reduce((before, next) -> LocalizedMessage.of("outcome.http.list", before, next))
                        .map(failures -> new Outcome(OutcomeType.STEP_FAILED, failures.toString()))
                        .orElseGet(Outcome::ok);
    }

    private List<LocalizedMessage> failures() {
        if (!expect.version().isEmpty() && !expect.version().equals(result.version())) {
            failures.add(LocalizedMessage.of("outcome.http.version", result.version(), expect.version()));
        }
        expect.certificateDays().ifPresent(this::certificate);
        expect.contains().stream()
                .filter(text -> !body.contains(text))
                .forEach(text -> failures.add(LocalizedMessage.of("outcome.http.missingText", text)));
        new TreeMap<>(expect.json()).forEach(this::json);
        return failures;
    }

    private void certificate(int atLeast) {
        if (result.certificate().isEmpty()) {
            failures.add(LocalizedMessage.of("outcome.http.noCertificate"));
            return;
        }
        long days = CertificateExpiry.daysLeft(result.certificate().get(), now);
        if (days < atLeast) {
            failures.add(LocalizedMessage.of("outcome.http.certificateExpires", days, atLeast));
        }
    }

    private void json(String path, String expected) {
        Optional<JsonValue> found = body.at(path);
        if (found.isEmpty()) {
            failures.add(LocalizedMessage.of("outcome.http.missingValue", path, expected));
        } else if (!JsonPath.text(found.get()).equals(expected)) {
            failures.add(LocalizedMessage.of("outcome.http.value", path, JsonPath.text(found.get()), expected));
        }
    }
}
