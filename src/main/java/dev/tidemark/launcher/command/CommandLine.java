package dev.tidemark.launcher.command;

import dev.tidemark.launcher.system.LaunchException;
import dev.tidemark.launcher.system.SpellingHint;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs the command that the arguments of the program name; without arguments, the first one. */
public final class CommandLine {
    private static final Set<String> HELP = Set.of("--help", "-h");

    private final List<LauncherCommand> commands;
    private final PrintStream out;
    private final PrintStream err;

    /** @param commands in the order of the help text; the first one is the default */
    public CommandLine(List<LauncherCommand> commands, PrintStream out, PrintStream err) {
        this.commands = List.copyOf(commands);
        this.out = out;
        this.err = err;
    }

    /** Runs a command and returns the exit code of the program. */
    public int run(List<String> arguments) {
        String first = arguments.isEmpty() ? commands.get(0).name() : arguments.get(0);
        if (HELP.contains(first) || first.equals("help")) {
            return help(arguments.subList(1, arguments.size()));
        }
        String name = first.equals("--version") ? "version" : first;
        Optional<LauncherCommand> command = named(name);
        if (command.isEmpty()) {
            return unknown(first);
        }
        List<String> rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        return rest.stream().takeWhile(argument -> !argument.equals("--")).anyMatch(HELP::contains)
                ? help(List.of(name))
                : run(command.get(), rest);
    }

    private int run(LauncherCommand command, List<String> arguments) {
        ArgumentParser parser = new ArgumentParser(command, arguments);
        if (!parser.errors().isEmpty()) {
            parser.errors().forEach(err::println);
            err.println("See: tidemark " + command.name() + " --help");
            return LauncherCommand.USAGE;
        }
        try {
            return command.run(parser.arguments(), out);
        } catch (LaunchException failed) {
            err.println(failed.getMessage());
            return LauncherCommand.FAILURE;
        }
    }

    private int help(List<String> names) {
        if (names.isEmpty()) {
            out.print(HelpText.of(commands));
            return LauncherCommand.SUCCESS;
        }
        Optional<LauncherCommand> command = named(names.get(0));
        command.ifPresent(found -> out.print(HelpText.of(found)));
        return command.isPresent() ? LauncherCommand.SUCCESS : unknown(names.get(0));
    }

    private int unknown(String name) {
        List<String> known = Stream.concat(
                        commands.stream().map(LauncherCommand::name), Stream.of("help", "--help", "--version"))
                .toList();
        err.println("Unknown command \"" + name + "\"."
                + SpellingHint.of(name, known).orElse("") + System.lineSeparator() + "See: tidemark help");
        return LauncherCommand.USAGE;
    }

    private Optional<LauncherCommand> named(String name) {
        return commands.stream().filter(command -> command.name().equals(name)).findFirst();
    }
}
