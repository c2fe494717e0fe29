package dev.tidemark.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.it.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseEncryptionIT {

    private static final String NODE = "a";
    private static final String OTHER_NODE = "b";
    private static final int PROBES = 450;
    private static final String URL = "slack+https://hooks.example/services/canary-hook";

    private final TestDatabase database = fresh();
    private final DatabaseEncryption encryption = new DatabaseEncryption(database.dataSource());
    private final String keyOfOtherTests = System.getProperty("TIDEMARK_ENCRYPTION_KEY");

    private static TestDatabase fresh() {
        try {
            return TestDatabase.fresh();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @BeforeEach
    void storePlainText() throws SQLException {
        KeyFixture.use(KeyFixture.FIRST);
        execute("INSERT INTO probe (slug, definition, version, changed_at)"
                + " SELECT 'shop-' || n, '{\"canary\":' || n || '}', 7, now() FROM generate_series(1, " + PROBES
                + ") n");
        execute(
                "INSERT INTO contact_group (id, definition, changed_at, changed_by) VALUES ('team', '{\"canary\":1}', now(), 'ada')");
        execute("INSERT INTO link_key (id, key) VALUES (1, 'canary-link-key')");
        for (String recipient : List.of(URL, URL, "team@shop.example")) {
            execute(
                    "INSERT INTO notification (id, incident_id, number, recipient, channel, kind, probe_id, probe_name, url,"
                            + " location, run_id, occurred_at, headline, lines, created_at, next_attempt_at, attempts) VALUES"
                            + " (gen_random_uuid(), gen_random_uuid(), 1, '" + recipient + "', '"
                            + (recipient.contains("://") ? "WEBHOOK" : "MAIL")
                            + "', 'FAILING', 'shop', 'Shop', 'https://shop.example/', 'default', gen_random_uuid(), now(), 'h', '',"
                            + " now(), now(), 0)");
        }
    }

    @AfterEach
    void restoreKey() {
        KeyFixture.use(keyOfOtherTests);
    }

    @Test
    void whenRowsOfAnEarlierVersionAreEncrypted_thenNoneIsPlainAndAllAreReadable() throws SQLException {
        encryption.apply(NODE);

        assertThat(everything()).doesNotContain("canary").contains("team@shop.example");
        assertThat(new EncryptedField("probe", "definition", "shop-450").decrypt(definition("shop-450")))
                .isEqualTo("{\"canary\":450}");
        assertThat(column("SELECT DISTINCT version FROM probe")).containsExactly("7");
        assertThat(column("SELECT DISTINCT recipient FROM notification WHERE channel = 'WEBHOOK'"))
                .hasSize(1);
        List<String> hook = column("SELECT id, recipient_url FROM notification WHERE channel = 'WEBHOOK'");
        assertThat(new EncryptedField("notification", "recipient_url", hook.get(0)).decrypt(hook.get(1)))
                .isEqualTo(URL);
    }

    @Test
    void whenItIsAppliedAgain_thenNothingChanges() throws SQLException {
        encryption.apply(NODE);
        String before = everything();

        encryption.apply(NODE);

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whenAPassWasInterrupted_thenTheNextOneContinues() throws SQLException {
        encryption.apply(NODE);
        KeyFixture.use(KeyFixture.SECOND + "," + KeyFixture.FIRST);
        String interrupted = new EncryptedField("probe", "definition", "shop-1").encrypt("{\"canary\":1}");
        execute("UPDATE probe SET definition = '" + interrupted + "' WHERE slug = 'shop-1'");

        encryption.apply(NODE);

        assertThat(definition("shop-1")).isEqualTo(interrupted);
        KeyFixture.use(KeyFixture.SECOND);
        for (int n : IntStream.of(1, 2, 200, PROBES).toArray()) {
            assertThat(new EncryptedField("probe", "definition", "shop-" + n).decrypt(definition("shop-" + n)))
                    .isEqualTo("{\"canary\":" + n + "}");
        }
    }

    @Test
    void whenARotationIsComplete_thenTheOldKeyIsNotNeededAnyMore() throws SQLException {
        encryption.apply(NODE);
        KeyFixture.use(KeyFixture.SECOND + "," + KeyFixture.FIRST);
        encryption.apply(NODE);

        KeyFixture.use(KeyFixture.SECOND);
        encryption.apply(NODE);

        assertThat(column("SELECT id FROM encryption_key WHERE retired_at IS NULL"))
                .containsExactly(DatabaseEncryption.currentKey());
        assertThat(column("SELECT count(DISTINCT recipient) FROM notification WHERE channel = 'WEBHOOK'"))
                .containsExactly("1");
    }

    @Test
    void whenANewKeyIsMissingOnARunningNode_thenItIsNotUsedUntilThatNodeHasIt() throws SQLException {
        encryption.apply(NODE);
        encryption.register(OTHER_NODE);
        String before = DatabaseEncryption.currentKey();
        KeyFixture.use(KeyFixture.SECOND + "," + KeyFixture.FIRST);

        PendingKey pending = encryption.register(NODE).orElseThrow();

        assertThat(pending.nodes()).containsExactly(OTHER_NODE);
        assertThat(DatabaseEncryption.currentKey()).isEqualTo(before);
        encryption.register(OTHER_NODE);
        encryption.apply(NODE);
        assertThat(DatabaseEncryption.currentKey()).isEqualTo(pending.key()).isNotEqualTo(before);
        assertThat(definition("shop-1")).startsWith("enc:1:" + pending.key());
    }

    @Test
    void whenANodeThatDoesNotHaveTheNewKeyHasStopped_thenItIsNotWaitedFor() throws SQLException {
        encryption.apply(NODE);
        encryption.register(OTHER_NODE);
        execute("UPDATE encryption_key_node SET seen_at = now() - interval '31 seconds' WHERE node = 'b'");
        KeyFixture.use(KeyFixture.SECOND + "," + KeyFixture.FIRST);

        assertThat(encryption.register(NODE)).isEmpty();
    }

    @Test
    void whenANodeHasTheKeysInTheirPreviousOrder_thenItEncryptsWithTheNewOneAllTheSame() throws SQLException {
        encryption.apply(NODE);
        KeyFixture.use(KeyFixture.SECOND + "," + KeyFixture.FIRST);
        encryption.apply(NODE);
        String rotated = everything();
        String key = DatabaseEncryption.currentKey();

        KeyFixture.use(KeyFixture.FIRST + "," + KeyFixture.SECOND);
        encryption.apply(OTHER_NODE);

        assertThat(DatabaseEncryption.currentKey()).isEqualTo(key);
        assertThat(everything()).isEqualTo(rotated);
    }

    @Test
    void whenANodeHasAnotherKey_thenItIsRefusedAndChangesNothing() throws SQLException {
        encryption.apply(NODE);
        String key = DatabaseEncryption.currentKey();
        String before = everything();
        KeyFixture.use(KeyFixture.SECOND);

        assertThatThrownBy(() -> encryption.apply(NODE))
                .isInstanceOf(EncryptionKeyException.class)
                .hasMessageContaining(key)
                .hasMessageContaining(DatabaseEncryption.currentKey())
                .hasMessageContaining("Replace TIDEMARK_ENCRYPTION_KEY");

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whenARowWasDamaged_thenTheOthersAreEncryptedAndTheKeyStaysInUse() throws SQLException {
        encryption.apply(NODE);
        execute(
                "UPDATE probe SET definition = (SELECT definition FROM probe WHERE slug = 'shop-2') WHERE slug = 'shop-1'");
        String oldKey = DatabaseEncryption.currentKey();
        KeyFixture.use(KeyFixture.SECOND + "," + KeyFixture.FIRST);

        encryption.apply(NODE);

        assertThat(column("SELECT slug FROM probe WHERE definition LIKE 'enc:1:" + oldKey + "%'"))
                .containsExactly("shop-1");
        assertThat(column("SELECT id FROM encryption_key WHERE retired_at IS NULL"))
                .contains(oldKey);
    }

    private String definition(String slug) throws SQLException {
        return column("SELECT definition FROM probe WHERE slug = '" + slug + "'")
                .get(0);
    }

    private String everything() throws SQLException {
        StringBuilder all = new StringBuilder();
        for (String table : List.of("probe", "contact_group", "link_key", "notification", "encryption_key")) {
            all.append(column("SELECT t FROM " + table + " t ORDER BY CAST(t AS text)"));
        }
        return all.toString();
    }

    private List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                for (int one = 1; one <= rows.getMetaData().getColumnCount(); one++) {
                    values.add(rows.getString(one));
                }
            }
        }
        return values;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
