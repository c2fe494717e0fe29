package dev.tidemark.platform.crypto;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Which running node has which keys: table {@code encryption_key_node}. A node counts as running until it was silent for 30 s. */
record KeyHolders(Connection connection) {

    private static final String RUNNING = "seen_at > clock_timestamp() - interval '30 seconds'";

    private static final String ANNOUNCE = """
            INSERT INTO encryption_key_node (node, keys, seen_at) VALUES (?, ?, clock_timestamp())
            ON CONFLICT (node) DO UPDATE SET keys = excluded.keys, seen_at = excluded.seen_at""";

    /** Records that a node is running and has these keys. */
    void announce(String node, Collection<String> keys) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(ANNOUNCE);
                PreparedStatement stopped =
                        connection.prepareStatement("DELETE FROM encryption_key_node WHERE NOT (" + RUNNING + ")")) {
            row.setString(1, node);
            row.setString(2, String.join(" ", keys));
            row.executeUpdate();
            stopped.executeUpdate();
        }
    }

    /** The names of the running nodes that do not have a key. */
    List<String> without(String key) throws SQLException {
        List<String> nodes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT node, keys FROM encryption_key_node WHERE " + RUNNING + " ORDER BY node");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                if (!Arrays.asList(rows.getString(2).split(" ")).contains(key)) {
                    nodes.add(rows.getString(1));
                }
            }
        }
        return nodes;
    }
}
