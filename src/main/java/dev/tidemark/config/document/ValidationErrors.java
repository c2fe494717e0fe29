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

    /** The problem details of a request with these errors: 400 if its body is no document at all, otherwise 422. */
    public Problem problem(LocalizedMessage title) {
        return new Problem(
                all.stream().anyMatch(ValidationError::isSyntax) ? 400 : 422,
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
