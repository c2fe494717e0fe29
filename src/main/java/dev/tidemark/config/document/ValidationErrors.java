package dev.tidemark.config.document;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers every fault of a document, so that all can be told at once. */
public final class ValidationErrors {

    private final List<ValidationError> all = new ArrayList<>();

    public void add(SourceLocation place, String detail) {
        all.add(new ValidationError(place, detail));
    }

    /** What is made, or nothing and a fault with the message of the exception that refused to make it. */
    public <T> Optional<T> attempt(SourceLocation place, Supplier<T> make) {
        try {
            return Optional.of(make.get());
        } catch (IllegalArgumentException | DateTimeException refused) {
            add(place, refused.getMessage());
            return Optional.empty();
        }
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** In the order in which they were found. */
    public List<ValidationError> all() {
        return List.copyOf(all);
    }
}
