package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TestDatabaseIT {
    @Nested
    class GivenTwoFreshDatabases {
        @Test
        void whenOneIsWrittenTo_thenTheOtherDoesNotSeeIt() throws SQLException {
            TestDatabase one = TestDatabase.fresh();
            TestDatabase other = TestDatabase.fresh();

            run(one, "CREATE TABLE seen (id int)");

            assertThat(count(one)).isEqualTo(1);
            assertThat(count(other)).isZero();
        }
    }

    private static void run(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM pg_tables WHERE tablename = 'seen'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
