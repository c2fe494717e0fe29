package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.config.reader.ParsedDefinitions;
import dev.tidemark.model.expectation.Assertion;
import dev.tidemark.model.expectation.AssertionOperator;
import dev.tidemark.model.probe.Target;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP checks that were stored before expected values had types and selectors were checked, after an upgrade. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpCheckUpgradeIT {

    private static final String SCRIPT = "/db/migration/V104__typed_http_assertions.sql";

    private TestDatabase database;

    @BeforeAll
    void start() throws SQLException {
        database = TestDatabase.empty();
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration")
                .target("100")
                .load()
                .migrate();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "$.count | 3 | $.count | TEXT | 3",
                "$.n | -1.5e3 | $.n | TEXT | -1.5e3",
                "$.on | true | $.on | TEXT | true",
                "$.none | null | $.none | TEXT | null",
                "$.list | [1,2] | $.list | TEXT | [1,2]",
                "$.status | up | $.status | EQUALS | up",
                "$.version | 1.2.3 | $.version | EQUALS | 1.2.3",
                "$['a.b c'] | up | $['a.b c'] | EQUALS | up",
                "$.a b.c | up | $['a b']['c'] | EQUALS | up",
                "$.größe[0] | up | $.größe[0] | EQUALS | up",
                "$..all | up | $['..all'] | EQUALS | up",
                "$.items[*].id | up | $['.items[*].id'] | EQUALS | up",
                "$ it's | up | $[' it\\'s'] | EQUALS | up"
            })
    void whenAnAssertionIsRead_thenItComparesAsBefore(
            String path, String expected, String newPath, AssertionOperator operator, String text) throws Exception {
        Target.Http http = upgraded(
                Json.createObjectBuilder()
                        .add("json", Json.createObjectBuilder().add(path, expected)),
                "$.v");

        assertThat(http.expect().json()).containsExactly(new Assertion(newPath, operator, Json.createValue(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "$.queue.length | $.queue.length",
                "$.cpu * 100 | $.cpu * 100",
                "$..cpu * 100.5 | $['..cpu'] * 100.5",
                "$[\"a key\"].on | $[\"a key\"].on",
                "up | up",
                "up{job=\"web\", a=\"x}\\\"\"} * 2 | up{job=\"web\", a=\"x}\\\"\"} * 2",
                "up{job=web} | up",
                "up{job='web'} * 3 | up * 3",
                "up{} | up{}"
            })
    void whenASelectorIsRead_thenItSelectsAsBefore(String selector, String expected) throws Exception {
        Target.Http http = upgraded(Json.createObjectBuilder(), selector);

        assertThat(http.values()).containsEntry("VALUE", expected).containsEntry("CPU", expected);
    }

    @Test
    void whenAPageProbeIsUpgraded_thenItsTextIsUnchanged() throws Exception {
        String page = "{ \"url\": \"https://shop.example/\",  \"every\": \"PT5M\" }";

        assertThat(upgrade(page)).isEqualTo(page);
    }

    private Target.Http upgraded(JsonObjectBuilder expect, String value) throws Exception {
        String definition = Json.createObjectBuilder()
                .add("id", "api")
                .add("kind", "http")
                .add("url", "https://shop.example/")
                .add("every", "PT1M")
                .add("expect", expect)
                .add("value", value)
                .add("values", Json.createObjectBuilder().add("CPU", value))
                .build()
                .toString();
        ParsedDefinitions read = DefinitionReader.json(upgrade(definition));
        assertThat(read.errors()).isEmpty();
        return (Target.Http) read.probes().get(0).target();
    }

    /** Stores the definition in the old schema, and runs the script of the upgrade. */
    private String upgrade(String definition) throws Exception {
        try (Connection connection = database.connect()) {
            run(connection, "DELETE FROM probe");
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO probe (slug, definition, version, changed_at) VALUES ('api', ?, 1, now())")) {
                insert.setString(1, definition);
                insert.executeUpdate();
            }
            run(connection, script());
            try (PreparedStatement select = connection.prepareStatement("SELECT definition FROM probe");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String script() throws IOException {
        try (InputStream stream = HttpCheckUpgradeIT.class.getResourceAsStream(SCRIPT)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
