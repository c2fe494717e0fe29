package dev.tidemark.bench.sizing;

import dev.tidemark.it.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the runs of a probe take in the database. HAR, pictures and samples are stored as they are, already compressed. */
record StoredBytes(TestDatabase database, String probe) {
    private static final String RUNS = " WHERE run_id IN (SELECT id FROM run WHERE probe = ?)";

    double artifacts(String kind) throws SQLException {
        return sum(
                "SELECT coalesce(sum(octet_length(content)), 0) FROM artifact" + RUNS + " AND kind = '" + kind + "'");
    }

    double samples() throws SQLException {
        return sum("SELECT coalesce(sum(octet_length(details)), 0) FROM sample" + RUNS);
    }

    /** Rows of runs and medians, without indexes. */
    double rows() throws SQLException {
        return sum("SELECT coalesce(sum(pg_column_size(r)), 0) FROM run r WHERE probe = ?")
                + sum(
                        "SELECT coalesce(sum(pg_column_size(m)), 0) FROM measurement m JOIN series s ON s.id = m.series_id WHERE s.probe = ?");
    }

    private double sum(String query) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, probe);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getDouble(1);
            }
        }
    }
}
