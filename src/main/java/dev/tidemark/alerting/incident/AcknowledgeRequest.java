package dev.tidemark.alerting.incident;

import dev.tidemark.config.document.JsonDocument;
import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.http.Problem;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.InstantParser;
import java.time.Instant;
import java.util.Optional;

/**
 * The body of an acknowledgement; it may be empty.
 *
 * @param by default: the authenticated user
 * @param until when the acknowledgement ends; empty: with the incident
 */
public record AcknowledgeRequest(Optional<String> by, Optional<Instant> until) {

    private static final int MAX_NAME_LENGTH = 200;

    /** Empty if there are errors. */
    static Optional<AcknowledgeRequest> read(String json, ValidationErrors errors) {
        if (json.isBlank()) {
            return Optional.of(new AcknowledgeRequest(Optional.empty(), Optional.empty()));
        }
        return JsonDocument.section(
                        json,
                        errors,
                        LocalizedMessage.of(
                                "validation.json.notAnObject",
                                "{\"by\": \"ada\", \"until\": \"2026-03-10T12:00:00Z\"}"))
                .map(AcknowledgeRequest::of)
                .filter(request -> errors.isEmpty());
    }

    private static AcknowledgeRequest of(MappingReader section) {
        Optional<String> by = section.parsed("by", AcknowledgeRequest::name).filter(name -> !name.isEmpty());
        Optional<Instant> until = section.parsed("until", InstantParser::parse);
        section.rejectUnknownKeys();
        return new AcknowledgeRequest(by, until);
    }

    static Problem problem(ValidationErrors errors) {
        return errors.problem(LocalizedMessage.of("problem.title.invalidAcknowledgement"));
    }

    private static String name(String text) {
        if (text.strip().length() > MAX_NAME_LENGTH) {
            throw new InvalidValueException("validation.by.length", MAX_NAME_LENGTH);
        }
        return text.strip();
    }
}
