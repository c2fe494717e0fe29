package dev.tidemark.web.support;

import dev.tidemark.config.document.ValidationError;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The errors of a submitted form by input. Errors that belong to no input are under the empty name. */
public final class FieldErrors {

    private final Map<String, List<LocalizedMessage>> byInput = new LinkedHashMap<>();

    public static FieldErrors none() {
        return new FieldErrors();
    }

    /** @param input returns the name of the input of an error; empty for none */
    public static FieldErrors of(List<ValidationError> errors, Function<ValidationError, String> input) {
        FieldErrors all = new FieldErrors();
        errors.forEach(error -> all.add(input.apply(error), error.detail()));
        return all;
    }

    /** @param input name of the input; empty for none */
    public record FieldError(String input, LocalizedMessage detail) {}

    public void add(String input, LocalizedMessage detail) {
        byInput.computeIfAbsent(input, none -> new ArrayList<>()).add(detail);
    }

    public boolean isEmpty() {
        return byInput.isEmpty();
    }

    /** All errors of an input; blank when it is valid. */
    public LocalizedMessage at(String input) {
        return LocalizedMessage.sentences(byInput.getOrDefault(input, List.of()).toArray(LocalizedMessage[]::new));
    }

    /** In the order in which the inputs were first reported. */
    public List<FieldError> all() {
        return byInput.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(detail -> new FieldError(one.getKey(), detail)))
                .toList();
    }
}
