package dev.tidemark.launcher.history;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The planned slots of all probes that are scheduled now, from the triggers of Quartz, which need no key. Those with a cron
 * expression are not included. Nodes remove the triggers of probes that were paused or left a location, also of locations without a
 * living node, whose slots they record as missed.
 *
 * @param since from which the trigger plans slots
 */
record PlannedSlots(String probe, String location, long everyMillis, int seed, Instant since) {

    private static final String SCHEDULER_PREFIX = "tidemark-";

    static List<PlannedSlots> read(Connection connection) throws SQLException {
        List<PlannedSlots> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT trigger_name, sched_name, start_time, job_data"
                        + " FROM qrtz_triggers t WHERE trigger_group = 'slots'"
                        + " AND EXISTS (SELECT 1 FROM probe WHERE slug = t.trigger_name) ORDER BY 1, 2")) {
            while (rows.next()) {
                Properties data = properties(rows.getBytes(4));
                String every = data.getProperty("every");
                if (every != null) {
                    all.add(new PlannedSlots(
                            rows.getString(1),
                            rows.getString(2).substring(SCHEDULER_PREFIX.length()),
                            Duration.parse(every).toMillis(),
                            Integer.parseInt(data.getProperty("seed")),
                            Instant.ofEpochMilli(rows.getLong(3))));
                }
            }
        }
        return all;
    }

    /** The planned instants in an interval, as the server calculates them. */
    List<Instant> between(Instant from, Instant to) {
        long offset = Math.multiplyHigh((long) seed << Integer.SIZE, everyMillis << 1);
        Instant begin = from.isAfter(since) ? from : since;
        long first = Math.floorDiv(begin.toEpochMilli() - offset - 1, everyMillis) + 1;
        List<Instant> planned = new ArrayList<>();
        for (long at = first * everyMillis + offset; at <= to.toEpochMilli(); at += everyMillis) {
            planned.add(Instant.ofEpochMilli(at));
        }
        return planned;
    }

    private static Properties properties(byte[] data) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(data, StandardCharsets.ISO_8859_1)));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return properties;
    }
}
