package dev.tidemark.alerting.incident;

import dev.tidemark.config.document.JsonDocument;
import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.http.ProblemException;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.InstantParser;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The bodies of requests that act on an incident. Where every member is optional, the body may be empty. */
final class IncidentActionRequest {

    private static final int MAX_NAME_LENGTH = 200;

    private IncidentActionRequest() {}

    /**
     * An acknowledgement.
     *
     * @param by default: the authenticated user
     * @param until when the acknowledgement ends; empty: with the incident
     * @param note why, or what is being done
     */
    public record Acknowledgement(Optional<String> by, Optional<Instant> until, Optional<String> note) {
        static Acknowledgement read(String json) {
            return IncidentActionRequest.read(
                    json,
                    "{\"by\": \"ada\", \"until\": \"2026-03-10T12:00:00Z\", \"note\": \"rolling back\"}",
                    "problem.title.invalidAcknowledgement",
                    section -> new Acknowledgement(
                            author(section), section.parsed("until", InstantParser::parse), entered(section, "note")));
        }
    }

    /**
     * The resolution of an incident.
     *
     * @param by default: the authenticated user
     * @param note why, or what was done
     */
    public record Resolution(Optional<String> by, Optional<String> note) {
        static Resolution read(String json) {
            return IncidentActionRequest.read(
                    json,
                    "{\"by\": \"ada\", \"note\": \"rolled back\"}",
                    "problem.title.invalidResolution",
                    section -> new Resolution(author(section), entered(section, "note")));
        }
    }

    /**
     * A comment.
     *
     * @param by default: the authenticated user
     * @param text required
     */
    public record Comment(Optional<String> by, Optional<String> text) {
        static Comment read(String json) {
            return IncidentActionRequest.read(
                    json, "{\"text\": \"rolled back\"}", "problem.title.invalidComment", section -> {
                        Optional<String> text = entered(section, "text");
                        if (text.isEmpty()) {
                            section.addError("text", LocalizedMessage.of("validation.comment.missing"));
                        }
                        return new Comment(author(section), text);
                    });
        }
    }

    private static <T> T read(String json, String example, String title, Function<MappingReader, T> reader) {
        ValidationErrors errors = new ValidationErrors();
        Optional<T> request = JsonDocument.section(
                        json.isBlank() ? "{}" : json,
                        errors,
                        LocalizedMessage.of("validation.json.notAnObject", example))
                .map(section -> {
                    T read = reader.apply(section);
                    section.rejectUnknownKeys();
                    return read;
                });
        if (request.isEmpty() || !errors.isEmpty()) {
            throw new ProblemException(errors.problem(LocalizedMessage.of(title)));
        }
        return request.get();
    }

    private static Optional<String> author(MappingReader section) {
        return limited(section, "by", MAX_NAME_LENGTH, "validation.by.length");
    }

    private static Optional<String> entered(MappingReader section, String key) {
        return limited(section, key, IncidentActions.MAX_TEXT_LENGTH, "validation.comment.length");
    }

    private static Optional<String> limited(MappingReader section, String key, int maximum, String problem) {
        return section.parsed(key, text -> {
                    if (text.strip().length() > maximum) {
                        throw new InvalidValueException(problem, maximum);
                    }
                    return text.strip();
                })
                .filter(text -> !text.isEmpty());
    }
}
