package dev.tidemark.launcher.postgres;

import dev.tidemark.launcher.system.Directories;
import dev.tidemark.launcher.system.LaunchException;
import dev.tidemark.launcher.system.SecretFile;
import dev.tidemark.launcher.system.SystemCommand;
import dev.tidemark.launcher.system.UnprivilegedUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL data directory with commands to create, start and stop its server. */
final class PostgresCluster {
    static final String USER = "tidemark";

    private static final Duration INITDB_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(40);

    private final PostgresBinaries binaries;
    private final Path folder;
    private final UnprivilegedUser user;

    PostgresCluster(PostgresBinaries binaries, Path folder) {
        this.binaries = binaries;
        this.folder = folder;
        this.user = UnprivilegedUser.forData(folder);
    }

    boolean exists() {
        return Files.exists(folder.resolve("PG_VERSION"));
    }

    /**
     * Creates the data directory under a temporary name first, so that a killed start leaves no incomplete
     * directory.
     */
    void initialize(String password) throws IOException {
        Path temporary = folder.resolveSibling(folder.getFileName() + ".new");
        Path passwordFile = folder.resolveSibling(folder.getFileName() + ".password.new");
        Directories.delete(temporary);
        Files.deleteIfExists(passwordFile);
        Files.createDirectories(temporary);
        SecretFile.write(passwordFile, password);
        user.giveTo(temporary);
        user.giveTo(passwordFile);
        SystemCommand.Ended ended = new SystemCommand(
                        List.of(
                                binaries.program("initdb"),
                                "--pgdata=" + temporary,
                                "--username=" + USER,
                                "--pwfile=" + passwordFile,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C"),
                        java.util.Map.of())
                .prefixedBy(user.prefix())
                .run(INITDB_TIMEOUT);
        Files.delete(passwordFile);
        if (!ended.succeeded()) {
            throw new LaunchException("Cannot initialize the database in " + folder + ": " + ended.output());
        }
        Files.move(temporary, folder);
    }

    /** Starts the server process, detached from the terminal; it listens on loopback only, without a Unix socket. */
    Process start(int port, List<String> settings) throws IOException {
        List<String> arguments = new ArrayList<>(SystemCommand.join(SystemCommand.detached(), user.prefix()));
        arguments.addAll(List.of(binaries.program("postgres"), "-D", folder.toString(), "-p", String.valueOf(port)));
        Stream.concat(
                        Stream.of("listen_addresses=127.0.0.1", "unix_socket_directories=", "logging_collector=off"),
                        settings.stream())
                .forEach(setting -> arguments.addAll(List.of("-c", setting)));
        Process process =
                new ProcessBuilder(arguments).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return process;
    }

    /** Stops the server of this directory: the one started here, or an orphan of a killed launcher. */
    void stop() throws IOException {
        Optional<ProcessHandle> server = server();
        if (server.isEmpty()) {
            Files.deleteIfExists(pidFile());
            return;
        }
        if (!pgCtlStop("fast").succeeded()) {
            pgCtlStop("immediate");
        }
    }

    private SystemCommand.Ended pgCtlStop(String mode) {
        return SystemCommand.of(
                        binaries.program("pg_ctl"), "stop", "-D", folder.toString(), "-m", mode, "-w", "-t", "20")
                .prefixedBy(user.prefix())
                .run(STOP_TIMEOUT);
    }

    /** The process that the lock file names, if it is a PostgreSQL process, as process ids are reused. */
    private Optional<ProcessHandle> server() {
        try (Stream<String> lines = Files.lines(pidFile())) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(text -> text.matches("\\d+"))
                    .flatMap(text -> ProcessHandle.of(Long.parseLong(text)))
                    .filter(process -> process.info().command().orElse("").contains("postgres"));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private Path pidFile() {
        return folder.resolve("postmaster.pid");
    }
}
