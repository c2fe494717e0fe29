package dev.tidemark.launcher.command;

import dev.tidemark.launcher.system.SpellingHint;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the arguments of one command and collects everything that is wrong with them. */
final class ArgumentParser {
    private final LauncherCommand command;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> operands = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    ArgumentParser(LauncherCommand command, List<String> arguments) {
        this.command = command;
        Iterator<String> rest = arguments.iterator();
        boolean onlyOperands = false;
        while (rest.hasNext()) {
            String next = rest.next();
            if (next.equals("--") && !onlyOperands) {
                onlyOperands = true;
            } else if (!onlyOperands && next.startsWith("-") && next.length() > 1) {
                option(next, rest);
            } else {
                operands.add(next);
            }
        }
        checkOperands();
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    Arguments arguments() {
        return new Arguments(values, operands);
    }

    private void option(String given, Iterator<String> rest) {
        int equals = given.indexOf('=');
        String name = equals < 0 ? given : given.substring(0, equals);
        Optional<CommandOption> option = command.options().stream()
                .filter(known -> known.name().equals(name))
                .findFirst();
        if (option.isEmpty()) {
            errors.add("Unknown option " + name + " of tidemark " + command.name() + "."
                    + SpellingHint.of(name, names()).orElse(""));
        } else if (option.get().value().isEmpty()) {
            if (equals >= 0) {
                errors.add("Option " + name + " does not take a value.");
            }
            values.put(name, "");
        } else if (equals >= 0) {
            put(name, given.substring(equals + 1));
        } else {
            put(name, rest.hasNext() ? rest.next() : "");
        }
    }

    private void put(String name, String value) {
        if (value.isBlank()) {
            errors.add("Option " + name + " requires a value.");
        } else if (values.putIfAbsent(name, value) != null) {
            errors.add("Option " + name + " is given twice.");
        }
    }

    private void checkOperands() {
        int expected = command.operands().size();
        if (operands.size() > expected) {
            errors.add("Unexpected argument \"" + operands.get(expected) + "\" of tidemark " + command.name() + ".");
        } else if (operands.size() < expected) {
            errors.add("Missing argument " + command.operands().get(operands.size()) + " of tidemark " + command.name()
                    + ".");
        }
    }

    private List<String> names() {
        return Stream.concat(command.options().stream().map(CommandOption::name), Stream.of("--help"))
                .toList();
    }
}
