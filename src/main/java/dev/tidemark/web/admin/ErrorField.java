package dev.tidemark.web.admin;

import dev.tidemark.config.document.ValidationError;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Assigns a validation error to an input: the one that its message names, otherwise the one at its location.
 *
 * @param inputs names of the inputs; {@code start} in the object {@code quiet} is {@code quiet.start}
 */
record ErrorField(Collection<String> inputs) implements Function<ValidationError, String> {

    @Override
    public String apply(ValidationError error) {
        String[] steps = error.place().pointer().split("/");
        String named = error.subject();
        String outer = steps.length > 1 ? steps[1] : "";
        String inner = steps.length > 2 ? outer + "." + steps[2] : outer;
        boolean item = steps[steps.length - 1].matches("\\d+");
        return Stream.concat(item ? Stream.empty() : Stream.of(outer + "." + named, named), Stream.of(inner, outer))
                .filter(inputs::contains)
                .findFirst()
                .orElse("");
    }
}
