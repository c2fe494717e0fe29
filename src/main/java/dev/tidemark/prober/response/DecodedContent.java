package dev.tidemark.prober.response;

import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A body after its content codings have been removed, the last one first.
 *
 * @param failure why the body is invalid
 * @param unknown a coding that cannot be decoded; the bytes are as far as decoded
 */
record DecodedContent(byte[] bytes, Optional<Outcome> failure, Optional<String> unknown) {

    /** A body without bytes has no codings, whatever its headers say: responses to HEAD, 204, 304. */
    static DecodedContent of(List<String> codings, byte[] body, int limit) {
        byte[] bytes = body;
        List<String> lastFirst = new ArrayList<>(codings);
        Collections.reverse(lastFirst);
        for (String name : body.length == 0 ? List.<String>of() : lastFirst) {
            Optional<ContentCoding> coding = ContentCoding.of(name);
            if (coding.isEmpty()) {
                return new DecodedContent(bytes, Optional.empty(), Optional.of(name));
            }
            try {
                bytes = coding.get().decode(bytes, limit);
            } catch (EOFException ended) {
                return failed(OutcomeType.INVALID_RESPONSE, LocalizedMessage.of("outcome.http.coding.truncated", name));
            } catch (IOException invalid) {
                return failed(
                        OutcomeType.INVALID_RESPONSE,
                        LocalizedMessage.of("outcome.http.coding.invalid", name, reason(invalid)));
            }
            if (bytes.length > limit) {
                return failed(
                        OutcomeType.LIMIT_EXCEEDED, LocalizedMessage.of("outcome.http.decodedLimit", limit >> 20));
            }
        }
        return new DecodedContent(bytes, Optional.empty(), Optional.empty());
    }

    private static DecodedContent failed(OutcomeType kind, LocalizedMessage detail) {
        return new DecodedContent(new byte[0], Optional.of(new Outcome(kind, detail.toString())), Optional.empty());
    }

    private static String reason(IOException invalid) {
        Throwable cause = invalid.getCause() == null ? invalid : invalid.getCause();
        return String.valueOf(cause.getMessage());
    }
}
