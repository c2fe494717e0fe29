package dev.tidemark.it.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.ManualBlock;
import java.io.IOException;
import java.time.Duration;

/** Follows the section "Archive" of the manual. To be closed, which stops the server. */
final class ArchiveInstallation implements AutoCloseable {
    static final Duration LIMIT = Duration.ofMinutes(3);
    private final Machine machine;
    private final ReleaseFiles release;
    private final int port;
    private Process server;

    ArchiveInstallation(Machine machine, ReleaseFiles release, int port) {
        this.machine = machine;
        this.release = release;
        this.port = port;
    }

    /** Runs all commands, and returns the time from the archive to the first data point. */
    Duration follow() throws IOException, InterruptedException {
        ReleaseFiles.copy(release.archive(), machine.folder());
        long begin = System.nanoTime();
        Duration taken = Duration.ZERO;
        for (ManualBlock block : ManualBlock.of("installation.md")) {
            if (block.machine().equals("archive")) {
                machine.run(commands(block));
            } else if (block.machine().equals("archive-server")) {
                machine.run("chmod -R a-w tidemark-" + release.version());
                server = machine.start(commands(block));
                new FirstDataPoint(port).await();
                taken = Duration.ofNanos(System.nanoTime() - begin);
            }
        }
        System.out.println("Archive to first data point: " + taken.toSeconds() + " s");
        return taken;
    }

    /** The launcher of the server. */
    ProcessHandle launcher() {
        return server.descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("dev.tidemark.launcher.Launcher"))
                .findFirst()
                .orElseGet(server::toHandle);
    }

    @Override
    public void close() {
        if (server != null) {
            launcher().destroy();
            assertThat(server.onExit()).succeedsWithin(Duration.ofMinutes(2));
        }
    }

    private String commands(ManualBlock block) {
        return release.named(block.commands()).replace(":8080/", ":" + port + "/");
    }
}
