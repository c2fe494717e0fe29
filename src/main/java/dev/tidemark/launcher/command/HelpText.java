package dev.tidemark.launcher.command;

import java.util.List;
import java.util.stream.Stream;

/** Help texts of the command line. */
final class HelpText {
    private HelpText() {}

    static String of(List<LauncherCommand> commands) {
        StringBuilder text = new StringBuilder("Usage: tidemark [COMMAND] [OPTIONS]\n\nCommands:\n");
        commands.forEach(command -> line(text, command.name(), command.summary()));
        line(text, "help", "Show this text; help COMMAND describes a command.");
        return text.append("\nWithout a command, tidemark runs ")
                .append(commands.get(0).name())
                .append(". Settings are in conf/tidemark.properties and in environment variables.\n")
                .toString();
    }

    static String of(LauncherCommand command) {
        StringBuilder text = new StringBuilder("Usage: tidemark ").append(command.name());
        if (!command.options().isEmpty()) {
            text.append(" [OPTIONS]");
        }
        command.operands().forEach(operand -> text.append(' ').append(operand));
        text.append("\n\n").append(command.summary()).append("\n\nOptions:\n");
        List<CommandOption> all = Stream.concat(
                        command.options().stream(), Stream.of(CommandOption.flag("--help", "Show this text.")))
                .toList();
        int width =
                all.stream().mapToInt(option -> option.usage().length()).max().orElse(0);
        all.forEach(option -> line(text, option.usage(), width, option.description()));
        return text.toString();
    }

    private static final int NAME_WIDTH = 10;

    private static void line(StringBuilder text, String name, String description) {
        line(text, name, NAME_WIDTH, description);
    }

    private static void line(StringBuilder text, String name, int width, String description) {
        text.append("  ")
                .append(name)
                .append(" ".repeat(Math.max(0, width - name.length()) + 2))
                .append(description)
                .append('\n');
    }
}
