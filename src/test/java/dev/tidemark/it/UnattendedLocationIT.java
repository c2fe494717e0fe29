package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A location whose only node has failed; the shared server is the node of another location. */
class UnattendedLocationIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final TestServer OTHER = TestServer.running();

    @AfterEach
    void deleteProbe() throws Exception {
        OTHER.send(OTHER.request("/api/v1/probes/unattended").DELETE().build());
    }

    @Nested
    class GivenAProbeThere {

        @Test
        void whenItsSlotsAreDue_thenAnotherNodeRecordsThemAndOpensAnIncidentOfTheMonitor() throws Exception {
            registerFailedNode();
            String json = """
                    {"id": "unattended", "kind": "http", "url": "http://127.0.0.1:1/", "every": "PT10S",
                     "locations": ["nowhere"]}""";
            assertThat(OTHER.post("/api/v1/probes", json).statusCode()).isEqualTo(201);

            await("/api/v1/probes/unattended/runs", "no node of location nowhere is running; the last one, web9-1");
            await("/api/v1/incidents?probe=tidemark", "no node is running at location nowhere: the last one, web9-1");
        }
    }

    private static void registerFailedNode() throws SQLException {
        try (Connection connection = OTHER.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO node (name, location, version, started_at, last_seen)"
                    + " VALUES ('web9-1', 'nowhere', '1', now() - interval '1 h', now() - interval '2 min')");
        }
    }

    private static void await(String path, String text) throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        String body = OTHER.get(path).body();
        while (!body.contains(text)) {
            assertThat(System.nanoTime()).as(body).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(500);
            body = OTHER.get(path).body();
        }
    }
}
