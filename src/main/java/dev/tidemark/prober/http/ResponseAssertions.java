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
    private final HttpResult answer;
    private final ResponseBody body;
    private final Instant now;
    private final List<LocalizedMessage> wrong = new ArrayList<>();

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
            LocalizedMessage detail = expect.status().isEmpty()
                    ? LocalizedMessage.of("outcome.http.status.below400", status)
                    : LocalizedMessage.of(
                            "outcome.http.status", status, LocalizedMessage.list(List.copyOf(expect.status())));
            return new Outcome(kind, detail.toString());
        }
        return new ResponseAssertions(expect, answer, body, now)
                .wrong().stream()
                        .reduce((before, next) -> LocalizedMessage.of("outcome.http.list", before, next))
                        .map(failures -> new Outcome(OutcomeType.STEP_FAILED, failures.toString()))
                        .orElseGet(Outcome::ok);
    }

    private List<LocalizedMessage> wrong() {
        if (!expect.version().isEmpty() && !expect.version().equals(answer.version())) {
            wrong.add(LocalizedMessage.of("outcome.http.version", answer.version(), expect.version()));
        }
        expect.certificateDays().ifPresent(this::certificate);
        expect.contains().stream()
                .filter(text -> !body.contains(text))
                .forEach(text -> wrong.add(LocalizedMessage.of("outcome.http.missingText", text)));
        new TreeMap<>(expect.json()).forEach(this::json);
        return wrong;
    }

    private void certificate(int atLeast) {
        if (answer.certificate().isEmpty()) {
            wrong.add(LocalizedMessage.of("outcome.http.noCertificate"));
            return;
        }
        long days = CertificateExpiry.daysLeft(answer.certificate().get(), now);
        if (days < atLeast) {
            wrong.add(LocalizedMessage.of("outcome.http.certificateExpires", days, atLeast));
        }
    }

    private void json(String path, String expected) {
        Optional<JsonValue> found = body.at(path);
        if (found.isEmpty()) {
            wrong.add(LocalizedMessage.of("outcome.http.missingValue", path, expected));
        } else if (!JsonPath.text(found.get()).equals(expected)) {
            wrong.add(LocalizedMessage.of("outcome.http.value", path, JsonPath.text(found.get()), expected));
        }
    }
}
