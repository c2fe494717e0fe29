package dev.tidemark.web.support;

import dev.tidemark.config.document.ValidationError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The faults of what was typed, each at the input that is to be mended; those of no input stand under the empty name. */
public final class FieldErrors {

    private final Map<String, List<String>> byInput = new LinkedHashMap<>();

    public static FieldErrors none() {
        return new FieldErrors();
    }

    /** @param input gives the name of the input that a fault is to be mended at; empty for none */
    public static FieldErrors of(List<ValidationError> faults, Function<ValidationError, String> input) {
        FieldErrors all = new FieldErrors();
        faults.forEach(fault -> all.add(input.apply(fault), fault.detail()));
        return all;
    }

    /** @param input the name of the input; empty for what concerns none */
    public record Wrong(String input, String detail) {}

    public void add(String input, String detail) {
        byInput.computeIfAbsent(input, none -> new ArrayList<>()).add(detail);
    }

    public boolean isEmpty() {
        return byInput.isEmpty();
    }

    /** All that is wrong with an input; empty when it is right. */
    public String at(String input) {
        return byInput.getOrDefault(input, List.of()).stream()
                .reduce((one, next) -> one + (one.endsWith(".") ? " " : ". ") + next)
                .orElse("");
    }

    /** In the order of the inputs' first faults. */
    public List<Wrong> all() {
        return byInput.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(detail -> new Wrong(one.getKey(), detail)))
                .toList();
    }
}
