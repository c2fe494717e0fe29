package dev.tidemark.launcher.doctor;

import dev.tidemark.launcher.command.Arguments;
import dev.tidemark.launcher.command.CommandOption;
import dev.tidemark.launcher.command.LauncherCommand;
import dev.tidemark.launcher.server.BuildVersion;
import dev.tidemark.launcher.settings.LauncherSettings;
import dev.tidemark.launcher.system.LaunchException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Says whether this version can run on the existing data and settings. Exit code 0 if it can, 1 if not. */
public final class UpgradeCommand implements LauncherCommand {
    private static final String CHECK = "--check";
    private static final String JSON = "--json";

    @Override
    public String name() {
        return "upgrade";
    }

    @Override
    public String summary() {
        return "Check whether this version can use the existing data (--check).";
    }

    @Override
    public List<CommandOption> options() {
        return List.of(
                CommandOption.flag(CHECK, "Check, and change nothing."),
                CommandOption.flag(JSON, "Print the findings as JSON."));
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        if (!arguments.has(CHECK)) {
            throw new LaunchException("Nothing was done: Tidemark upgrades its data when it starts."
                    + " Check first with: tidemark upgrade --check");
        }
        Report report = report();
        report.print(out, arguments.has(JSON));
        if (!arguments.has(JSON)) {
            out.println(
                    report.failed()
                            ? "Tidemark " + BuildVersion.OF_TIDEMARK
                                    + " cannot run on this installation yet. Nothing was changed."
                            : "Tidemark " + BuildVersion.OF_TIDEMARK
                                    + " can run on this installation. Nothing was changed.");
        }
        return report.failed() ? FAILURE : SUCCESS;
    }

    private static Report report() {
        List<Finding> findings = new ArrayList<>();
        try {
            LauncherSettings settings = LauncherSettings.of(LauncherSettings.ofThisProcess());
            findings.add(Finding.ok("settings", "All settings are valid for this version."));
            findings.addAll(Report.of(List.of(new JavaCheck(), new UpgradeDataCheck(), new DiskCheck()), settings)
                    .findings());
        } catch (LaunchException invalid) {
            findings.add(Finding.failed(
                    "settings", invalid.getMessage(), "Change these settings before you start this version."));
        }
        return Report.of(findings);
    }
}
