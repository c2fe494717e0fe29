package dev.tidemark.config.document;

import dev.tidemark.platform.http.Problem;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects all errors of a document, so that the user sees every one. */
public final class ValidationErrors {

    private final List<ValidationError> all = new ArrayList<>();
    private final boolean stored;

    public ValidationErrors() {
        this(false);
    }

    private ValidationErrors(boolean stored) {
        this.stored = stored;
    }

    /**
     * Of a definition in the database, which an earlier version may have accepted: what cannot be requested or sent is not an
     * error, so that the probe can be shown and edited; its runs report it.
     */
    public static ValidationErrors ofStored() {
        return new ValidationErrors(true);
    }

    public boolean areOfStored() {
        return stored;
    }

    public void add(SourceLocation place, LocalizedMessage detail) {
        all.add(new ValidationError(place, detail));
    }

    /** Creates a value; empty, with an error added, when the constructor or parser rejects it. */
    public <T> Optional<T> tryCreate(SourceLocation place, Supplier<T> make) {
        try {
            return Optional.of(make.get());
        } catch (IllegalArgumentException | DateTimeException rejected) {
            add(place, InvalidValueException.messageOf(rejected));
            return Optional.empty();
        }
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whether the document is not valid JSON or YAML at all. */
    boolean hasSyntaxError() {
        return all.stream().anyMatch(ValidationError::isSyntax);
    }

    /** The problem details of a request with these errors: 400 if its body is no document at all, otherwise 422. */
    public Problem problem(LocalizedMessage title) {
        return new Problem(
                hasSyntaxError() ? 400 : 422,
                title,
                LocalizedMessage.of("problem.errors.notSaved", all.size()),
                all.stream()
                        .map(error -> new Problem.Error(error.place().pointer(), error.detail()))
                        .toList());
    }

    /** In the order of detection. */
    public List<ValidationError> all() {
        return List.copyOf(all);
    }
}
