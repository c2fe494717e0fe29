package dev.tidemark.launcher.command;

import java.util.Optional;

/**
 * An option of a command.
 *
 * @param name with its dashes: {@code --check}
 * @param value name of its value for the usage line, such as {@code FILE}; empty for a switch
 * @param description one line for {@code --help}
 */
public record CommandOption(String name, Optional<String> value, String description) {

    /** An option without a value. */
    public static CommandOption flag(String name, String description) {
        return new CommandOption(name, Optional.empty(), description);
    }

    /** An option with a value: {@code --name VALUE} or {@code --name=VALUE}. */
    public static CommandOption valued(String name, String value, String description) {
        return new CommandOption(name, Optional.of(value), description);
    }

    /** As it is written on a command line. */
    String usage() {
        return value.map(text -> name + " " + text).orElse(name);
    }
}
