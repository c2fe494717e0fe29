package dev.tidemark.desk;

import dev.tidemark.document.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The faults of what was typed, each at the input that is to be mended; those of no input stand under the empty name. */
final class FieldFaults {

    private final Collection<String> inputs;
    private final Map<String, List<String>> byInput = new LinkedHashMap<>();

    /** @param inputs their names; that of {@code start} in the group {@code quiet} is {@code quiet.start} */
    FieldFaults(Collection<String> inputs, List<Fault> faults) {
        this.inputs = inputs;
        faults.forEach(fault ->
                byInput.computeIfAbsent(input(fault), none -> new ArrayList<>()).add(fault.detail()));
    }

    static FieldFaults none() {
        return new FieldFaults(List.of(), List.of());
    }

    /** @param input the name of the input; empty for what concerns none */
    public record Wrong(String input, String detail) {}

    /** All that is wrong with an input; empty when it is right. */
    String at(String input) {
        return String.join(". ", byInput.getOrDefault(input, List.of()));
    }

    List<Wrong> all() {
        List<Wrong> all = new ArrayList<>();
        byInput.forEach((input, details) -> details.forEach(detail -> all.add(new Wrong(input, detail))));
        return all;
    }

    /** The input that the fault names first ("length PT1S must be ..." stands at the start), else that of its place. */
    private String input(Fault fault) {
        String[] steps = fault.place().pointer().split("/");
        String named = fault.detail().split("\\W", 2)[0];
        String outer = steps.length > 1 ? steps[1] : "";
        String inner = steps.length > 2 ? outer + "." + steps[2] : outer;
        boolean item = steps[steps.length - 1].matches("\\d+");
        return Stream.concat(item ? Stream.empty() : Stream.of(outer + "." + named, named), Stream.of(inner, outer))
                .filter(inputs::contains)
                .findFirst()
                .orElse("");
    }
}
