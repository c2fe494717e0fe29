package dev.tidemark.prober.http;

import dev.tidemark.model.expectation.HttpExpectation;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.response.ContentAssertions;
import dev.tidemark.prober.response.ResponseBody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
        if (expect.readsBody() && body.unreadable().isPresent()) {
            return new Outcome(
                    OutcomeType.INVALID_RESPONSE, body.unreadable().get().toString());
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
        failures.addAll(ContentAssertions.failures(expect, result.headers(), body));
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
}
