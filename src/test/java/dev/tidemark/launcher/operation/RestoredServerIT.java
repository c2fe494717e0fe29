package dev.tidemark.launcher.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import dev.tidemark.launcher.postgres.BundledPostgres;
import dev.tidemark.launcher.postgres.RunningPostgres;
import dev.tidemark.launcher.server.Tidemark;
import dev.tidemark.launcher.system.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of a running server, restored to another data directory and started there. */
class RestoredServerIT {
    private static final Path PROGRAMS = Path.of("target/postgresql");
    private static final String PROBE = """
            {"id": "restored", "kind": "http", "url": "http://127.0.0.1:9/", "every": "PT1M"}""";

    @TempDir
    Path folder;

    @Test
    void whenItStarts_thenTheNextSlotsRunAndTheGapIsMissed() throws Exception {
        TestServer source = TestServer.running();
        assertThat(source.post("/api/v1/probes", PROBE).statusCode()).isEqualTo(201);
        Path file = folder.resolve("backup.zip");
        Path data = folder.resolve("data");

        assertThat(new Invocation(folder, data, "probes")
                        .withAll(source.settings())
                        .run("backup", file.toString())
                        .output())
                .contains("is complete");
        assertThat(new Invocation(folder, data, "probes")
                        .run("restore", file.toString())
                        .output())
                .contains("Start Tidemark now");
        makeOlder(data);

        try (Tidemark restored = Tidemark.start(settings(source, data))) {
            assertThat(restored.address()).isNotBlank();
            awaitAtLeast(data, 10, "outcome = 'MISSED'");
            awaitAtLeast(data, 1, "outcome <> 'MISSED' AND planned_at > now() - interval '5 minutes'");
        }
    }

    /** As if the backup had been made 20 minutes ago. */
    private static void makeOlder(Path data) throws SQLException {
        try (BundledPostgres postgres = BundledPostgres.start(PROGRAMS, data);
                Connection connection = postgres.connect(postgres.user());
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM probe WHERE slug <> 'restored'");
            statement.execute("DELETE FROM run");
            statement.execute("UPDATE probe SET changed_at = now() - interval '20 minutes'");
        }
    }

    private Map<String, String> settings(TestServer source, Path data) throws Exception {
        Map<String, String> settings = new TreeMap<>(source.settings());
        settings.keySet().removeIf(name -> name.startsWith("TIDEMARK_DATABASE") || name.startsWith("TIDEMARK_SMTP"));
        settings.put("TIDEMARK_DATA_DIR", data.toString());
        settings.put("TIDEMARK_HTTP_PORT", String.valueOf(Ports.free()));
        settings.put(
                "TIDEMARK_PROBES_DIR",
                Files.createDirectories(folder.resolve("probes")).toString());
        return settings;
    }

    private static void awaitAtLeast(Path data, int rows, String condition) throws Exception {
        RunningPostgres database = RunningPostgres.of(data).orElseThrow();
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        int found = 0;
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            while (found < rows && System.nanoTime() < deadline) {
                TimeUnit.SECONDS.sleep(1);
                try (ResultSet row =
                        statement.executeQuery("SELECT count(*) FROM run WHERE probe = 'restored' AND " + condition)) {
                    row.next();
                    found = row.getInt(1);
                }
            }
        }
        assertThat(found).as(condition).isGreaterThanOrEqualTo(rows);
    }
}
