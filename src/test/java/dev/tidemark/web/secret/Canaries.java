package dev.tidemark.web.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Secrets that tests recognize wherever they leak. */
final class Canaries {

    static final String CANARY = "canary";

    private Canaries() {}

    static void assertNoneIn(String where, HttpResponse<String> response) {
        assertThat(response.body()).as(where).doesNotContain(CANARY);
        assertThat(response.headers().map().toString()).as(where).doesNotContain(CANARY);
    }

    /** The rows of all tables that contain one. */
    static List<String> inTables(TestServer product) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = product.database().connect();
                Statement statement = connection.createStatement();
                Statement rows = connection.createStatement()) {
            ResultSet tables = statement.executeQuery("SELECT relname FROM pg_class WHERE relkind = 'r'"
                    + " AND relnamespace = 'public'::regnamespace ORDER BY relname");
            while (tables.next()) {
                String table = tables.getString(1);
                ResultSet leaks = rows.executeQuery("SELECT left(t::text, 300) FROM " + table
                        + " t WHERE t::text LIKE '%canary-%'" + " OR t::text LIKE '%"
                        + HexFormat.of().formatHex(CANARY.getBytes(StandardCharsets.UTF_8)) + "%'");
                while (leaks.next()) {
                    found.add(table + ": " + leaks.getString(1));
                }
            }
        }
        return found;
    }

    /** The lines of all logs that contain one. */
    static List<String> inLogs(TestServer product) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(product.logFolder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.readString(file, StandardCharsets.ISO_8859_1)
                        .lines()
                        .filter(line -> line.contains(CANARY))
                        .forEach(line -> found.add(file.getFileName() + ": " + line));
            }
        }
        return found;
    }
}
