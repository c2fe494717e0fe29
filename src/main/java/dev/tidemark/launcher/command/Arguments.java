package dev.tidemark.launcher.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Validated arguments of a command.
 *
 * @param values value of each option that was given, by its name with dashes; blank for one without a value
 * @param operands everything that is not an option
 */
public record Arguments(Map<String, String> values, List<String> operands) {
    public Arguments {
        values = Map.copyOf(values);
        operands = List.copyOf(operands);
    }

    /** Whether an option was given: {@code has("--check")}. */
    public boolean has(String option) {
        return values.containsKey(option);
    }

    /** Value of an option. */
    public Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }
}
