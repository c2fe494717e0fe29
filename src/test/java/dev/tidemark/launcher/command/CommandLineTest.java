package dev.tidemark.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.launcher.system.LaunchException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    private final List<String> log = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CommandLine line = new CommandLine(
            List.of(command("server", List.of(), List.of()), new Copy(), command("fail", List.of(), List.of())),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));

    private int run(String... arguments) {
        return line.run(List.of(arguments));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private LauncherCommand command(String name, List<CommandOption> options, List<String> operands) {
        return new Recorded(name, options, operands);
    }

    @Nested
    class GivenAValidCommandLine {
        @Test
        void whenThereAreNoArguments_thenTheFirstCommandRuns() {
            assertThat(run()).isZero();
            assertThat(log).containsExactly("server");
        }

        @Test
        void whenOptionsAndOperandsAreGiven_thenTheCommandGetsThem() {
            assertThat(run("copy", "--check", "--to=/b", "a.txt")).isZero();
            assertThat(log).containsExactly("copy a.txt to /b, check true");
        }

        @Test
        void whenAnOperandFollowsTwoDashes_thenItIsNoOption() {
            assertThat(run("copy", "--to", "/b", "--", "--check")).isZero();
            assertThat(log).containsExactly("copy --check to /b, check false");
        }

        @Test
        void whenHelpIsRequested_thenNothingRuns() {
            assertThat(run("copy", "--check", "--help")).isZero();
            assertThat(log).isEmpty();
            assertThat(printed()).contains("Usage: tidemark copy [OPTIONS] FILE", "--to DIRECTORY", "Only check.");
        }

        @Test
        void whenTheListIsRequested_thenItHasEveryCommand() {
            assertThat(run("--help")).isZero();
            assertThat(printed()).contains("server", "copy", "Summary of fail.");
        }
    }

    @Nested
    class GivenAnInvalidCommandLine {
        @ParameterizedTest
        @CsvSource({
            "sever, Unknown command \"sever\". Did you mean server?",
            "--halp, Unknown command \"--halp\". Did you mean --help?",
            "xyzzy, Unknown command \"xyzzy\"."
        })
        void whenTheCommandIsUnknown_thenTheNearestIsNamed(String given, String message) {
            assertThat(run(given)).isEqualTo(LauncherCommand.USAGE);
            assertThat(errors().lines().findFirst()).contains(message);
            assertThat(log).isEmpty();
        }

        @Test
        void whenSeveralArgumentsAreWrong_thenAllAreReportedAndNothingRuns() {
            assertThat(run("copy", "--chekc", "--to", "", "a", "b")).isEqualTo(LauncherCommand.USAGE);
            assertThat(errors())
                    .contains(
                            "Unknown option --chekc of tidemark copy. Did you mean --check?",
                            "Option --to requires a value.",
                            "Unexpected argument \"b\" of tidemark copy.");
            assertThat(log).isEmpty();
        }

        @Test
        void whenAValueOrAnOperandIsMissing_thenItIsNamed() {
            assertThat(run("copy", "--to")).isEqualTo(LauncherCommand.USAGE);
            assertThat(errors()).contains("Option --to requires a value.", "Missing argument FILE of tidemark copy.");
        }

        @Test
        void whenASwitchHasAValue_orAnOptionIsRepeated_thenItIsReported() {
            assertThat(run("copy", "--check=yes", "--to=a", "--to=b", "f")).isEqualTo(LauncherCommand.USAGE);
            assertThat(errors()).contains("Option --check does not take a value.", "Option --to is given twice.");
        }
    }

    @Test
    void givenACommandThatFails_thenItsMessageIsPrintedAndTheExitCodeIs1() {
        assertThat(run("fail")).isEqualTo(LauncherCommand.FAILURE);
        assertThat(errors()).isEqualTo("The disk is full." + System.lineSeparator());
    }

    private class Recorded implements LauncherCommand {
        private final String name;
        private final List<CommandOption> options;
        private final List<String> operands;

        Recorded(String name, List<CommandOption> options, List<String> operands) {
            this.name = name;
            this.options = options;
            this.operands = operands;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String summary() {
            return "Summary of " + name + ".";
        }

        @Override
        public List<CommandOption> options() {
            return options;
        }

        @Override
        public List<String> operands() {
            return operands;
        }

        @Override
        public int run(Arguments arguments, PrintStream target) {
            if (name.equals("fail")) {
                throw new LaunchException("The disk is full.");
            }
            log.add(name);
            return SUCCESS;
        }
    }

    private final class Copy extends Recorded {
        Copy() {
            super(
                    "copy",
                    List.of(
                            CommandOption.flag("--check", "Only check."),
                            CommandOption.valued("--to", "DIRECTORY", "Where to copy it.")),
                    List.of("FILE"));
        }

        @Override
        public int run(Arguments arguments, PrintStream target) {
            log.add("copy " + arguments.operands().get(0) + " to "
                    + arguments.value("--to").orElse("?") + ", check " + arguments.has("--check"));
            return SUCCESS;
        }
    }
}
