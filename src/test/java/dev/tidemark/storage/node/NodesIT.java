package dev.tidemark.storage.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestDatabase;
import dev.tidemark.it.TestEntities;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NodesIT {

    private static final LocationName BERLIN = new LocationName("berlin");
    private static final LocationName GONE = new LocationName("gone");

    @Test
    void whenALocationHasNoNode_thenOnlyTheTriggersOfItsProbesStay() throws SQLException {
        TestDatabase database = TestDatabase.fresh();
        try (Connection connection = database.connect();
                TestEntities entities = new TestEntities(database)) {
            for (String one : List.of("berlin/shop", "berlin/paused", "gone/shop", "gone/paused", "empty/shop")) {
                addTrigger(connection, one.split("/", -1)[0], one.split("/", -1)[1]);
            }
            entities.inTransaction(() -> new Nodes(entities.manager(), Clock.systemUTC())
                    .unschedule(Set.of(BERLIN), Map.of(GONE, Set.of(new ProbeId("shop")))));

            assertThat(triggers(connection))
                    .containsExactlyInAnyOrder("tidemark-berlin/shop", "tidemark-berlin/paused", "tidemark-gone/shop");
        }
    }

    private static void addTrigger(Connection connection, String location, String probe) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO qrtz_job_details VALUES ('tidemark-" + location + "', '" + probe
                    + "', 'slots', '', 'x', false, false, false, true)");
            statement.execute("INSERT INTO qrtz_triggers (sched_name, trigger_name, trigger_group, job_name, job_group,"
                    + " trigger_state, trigger_type, start_time) VALUES ('tidemark-" + location + "', '" + probe
                    + "', 'slots', '" + probe + "', 'slots', 'WAITING', 'SLOT', 0)");
        }
    }

    private static List<String> triggers(Connection connection) throws SQLException {
        List<String> triggers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT sched_name || '/' || trigger_name FROM qrtz_triggers")) {
            while (rows.next()) {
                triggers.add(rows.getString(1));
            }
        }
        return triggers;
    }
}
