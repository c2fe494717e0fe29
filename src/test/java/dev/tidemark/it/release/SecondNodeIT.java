package dev.tidemark.it.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.ManualBlock;
import dev.tidemark.it.TestDatabase;
import dev.tidemark.launcher.system.Ports;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second node joins, with the commands of the manual: both use an external PostgreSQL and the same key. */
class SecondNodeIT {
    private final List<Process> servers = new ArrayList<>();
    private TestDatabase database;
    private ReleaseFiles release;
    private UnprivilegedMachine machine;

    @BeforeEach
    void unpack() throws Exception {
        database = TestDatabase.empty();
        release = ReleaseFiles.built();
        machine = UnprivilegedMachine.create(Ports.free(), false);
        machine.run("tar xzf " + Shell.quoted(release.archive()));
    }

    @AfterEach
    void stop() throws Exception {
        for (Process server : servers) {
            server.descendants().forEach(ProcessHandle::destroy);
            server.destroy();
            assertThat(server.onExit()).succeedsWithin(Duration.ofMinutes(2));
        }
        machine.delete();
    }

    @Test
    void whenASecondNodeIsStarted_thenBothAreReady_andTheDatabaseHasTwoNodes() throws Exception {
        UnprivilegedMachine first = node("node-1", "");
        start(first, "tidemark server");

        UnprivilegedMachine second = node("node-2", machine.folder() + "/node-1/encryption.key");
        for (ManualBlock block : ManualBlock.of("operations.md")) {
            if (block.machine().equals("node-2-server")) {
                start(second, block.commands());
            } else if (block.machine().equals("node-2")) {
                second.run(block.commands());
            }
        }

        assertThat(first.run("tidemark status")).contains("Tidemark is ready");
        Shell.await("two nodes in the database", 60, () -> nodes() == 2);
    }

    private UnprivilegedMachine node(String name, String key) throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "PATH", machine.folder() + "/tidemark-" + release.version() + "/bin:/usr/local/bin:/usr/bin:/bin",
                "TIDEMARK_HTTP_PORT", String.valueOf(Ports.free()),
                "TIDEMARK_DATA_DIR", machine.folder().resolve(name).toString(),
                "TIDEMARK_DATABASE_URL", database.url(),
                "TIDEMARK_DATABASE_USER", database.user(),
                "TIDEMARK_DATABASE_PASSWORD", database.password()));
        if (!key.isEmpty()) {
            settings.put("TIDEMARK_ENCRYPTION_KEY_FILE", key);
        }
        return machine.with(settings);
    }

    private void start(UnprivilegedMachine node, String commands) throws Exception {
        servers.add(node.start(commands));
        Shell.await("ready server", 180, () -> {
            try {
                return node.start("tidemark status").waitFor() == 0;
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private long nodes() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM node")) {
            count.next();
            return count.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
