package dev.tidemark.launcher.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The embedded PostgreSQL of a running Tidemark, used by another process of the same user.
 *
 * @param url JDBC URL of the product's database
 */
public record RunningPostgres(String url, String user, String password) {
    /** Lines of postmaster.pid: https://www.postgresql.org/docs/current/storage-file-layout.html */
    private static final int PORT_LINE = 3;

    /** @param data directory of persistent data; empty if no server of it is running */
    public static Optional<RunningPostgres> of(Path data) throws IOException {
        Path pidFile = data.resolve("database/postmaster.pid");
        Path password = data.resolve("database.password");
        if (!Files.exists(pidFile) || !Files.exists(password)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.size() <= PORT_LINE
                ? Optional.empty()
                : Optional.of(new RunningPostgres(
                        "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE).strip() + "/" + PostgresCluster.USER,
                        PostgresCluster.USER,
                        Files.readString(password).strip()));
    }
}
