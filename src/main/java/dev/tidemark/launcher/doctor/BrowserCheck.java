package dev.tidemark.launcher.doctor;

import dev.tidemark.launcher.chromium.ChromiumLocator;
import dev.tidemark.launcher.settings.LauncherSettings;
import dev.tidemark.launcher.system.Directories;
import dev.tidemark.launcher.system.LaunchException;
import dev.tidemark.launcher.system.SystemCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Loads a page in the browser that checks would use. */
final class BrowserCheck implements InstallationCheck {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String PAGE = "data:text/html,<p id=answer></p><script>answer.textContent=6*7</script>";

    private final Clock clock;

    BrowserCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "browser";
    }

    @Override
    public List<Finding> run(LauncherSettings settings) throws IOException {
        try {
            Path program = ChromiumLocator.locate(settings.chromium(), Optional.empty())
                    .program();
            List<Finding> findings = new ArrayList<>(List.of(launch(program)));
            BrowserAge.warning(program, clock.instant()).ifPresent(findings::add);
            return findings;
        } catch (LaunchException missing) {
            return List.of(Finding.failed(name(), Report.reason(missing), ""));
        }
    }

    private Finding launch(Path program) throws IOException {
        Path profile = Files.createTempDirectory("tidemark-doctor-");
        try {
            SystemCommand.Ended ended = command(program, profile).run(LIMIT);
            String version =
                    SystemCommand.of(program.toString(), "--version").run(LIMIT).output();
            if (ended.succeeded() && ended.output().contains(">42<")) {
                return Finding.ok(name(), version.strip() + " loads a page (" + program + ").");
            }
            return Finding.failed(
                    name(),
                    program + " does not load a page (exit code " + ended.code() + ")" + lastLine(ended.output()),
                    "Run it by hand to see why: " + program + " --headless --dump-dom about:blank");
        } finally {
            Directories.delete(profile);
        }
    }

    private static SystemCommand command(Path program, Path profile) {
        List<String> command = new ArrayList<>(List.of(
                program.toString(), "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--no-sandbox");
        }
        command.addAll(List.of("--user-data-dir=" + profile, "--virtual-time-budget=2000", "--dump-dom", PAGE));
        return SystemCommand.of(command.toArray(String[]::new));
    }

    private static String lastLine(String output) {
        String text = output.strip();
        return text.isEmpty() ? "." : ": " + text.substring(text.lastIndexOf('\n') + 1);
    }
}
