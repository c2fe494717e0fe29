package dev.tidemark.launcher.doctor;

import dev.tidemark.launcher.command.Arguments;
import dev.tidemark.launcher.command.CommandOption;
import dev.tidemark.launcher.command.LauncherCommand;
import dev.tidemark.launcher.settings.LauncherSettings;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;

/** Checks the installation while Tidemark runs or is stopped. Exit code 1 if something failed; warnings do not count. */
public final class DoctorCommand implements LauncherCommand {
    private static final String JSON = "--json";
    private static final String HISTORY = "--history";

    private final List<InstallationCheck> checks;
    private final Clock clock;

    public DoctorCommand(Clock clock) {
        this.clock = clock;
        checks = List.of(
                new BrowserCheck(clock),
                new SandboxCheck(),
                new LimitsCheck(),
                new FontCheck(),
                new DatabaseCheck(clock),
                new MailCheck(),
                new DiskCheck(),
                new PortCheck(),
                new MemoryCheck());
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public String summary() {
        return "Check browser, database, mail server, clock, disk and ports.";
    }

    @Override
    public List<CommandOption> options() {
        return List.of(
                CommandOption.flag(JSON, "Print the findings as JSON."),
                CommandOption.flag(
                        HISTORY,
                        "Verify instead that no slot was lost and nothing happened twice in the last 7 days."));
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        LauncherSettings settings = LauncherSettings.of(LauncherSettings.ofThisProcess());
        if (arguments.has(HISTORY)) {
            return HistoryVerification.run(settings, clock.instant(), out) ? SUCCESS : FAILURE;
        }
        Report report = Report.of(checks, settings);
        report.print(out, arguments.has(JSON));
        return report.failed() ? FAILURE : SUCCESS;
    }
}
