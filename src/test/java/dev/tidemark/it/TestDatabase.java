package dev.tidemark.it;

import dev.tidemark.launcher.postgres.BundledPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A fresh database of a real PostgreSQL, with the product's migrations applied, for a test without a container.
 * The server is started once per JVM; another database takes about 50 ms.
 *
 * <p>{@code TestDatabase database = TestDatabase.fresh();} in {@code @BeforeAll}, then {@link #connect()} or {@link #dataSource()}.
 *
 * @param url JDBC URL
 */
public record TestDatabase(String url, String user, String password) {
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Deque<Runnable> ENDED_BEFORE = new ConcurrentLinkedDeque<>();
    private static final BundledPostgres SERVER = startServer();

    static {
        TestEncryption.setKey();
    }

    /** A new database with the schema of {@code db/migration}. */
    public static TestDatabase fresh() throws SQLException {
        return create("TEMPLATE " + TEMPLATE);
    }

    /** A new empty database, for tests of the migrations. */
    public static TestDatabase empty() throws SQLException {
        return create("");
    }

    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    /** Returns a new connection for each call, without a pool. */
    public PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** Registers a resource to be closed at JVM shutdown before the database stops. */
    static void endBefore(Runnable user) {
        ENDED_BEFORE.push(user);
    }

    private static TestDatabase create(String how) throws SQLException {
        String name = "test" + COUNT.incrementAndGet();
        execute("CREATE DATABASE " + name + " " + how);
        return new TestDatabase(SERVER.url(name), SERVER.user(), SERVER.password());
    }

    private static BundledPostgres startServer() {
        Path folder =
                BuildDirectory.folder("test-database-" + ProcessHandle.current().pid());
        BundledPostgres server = BundledPostgres.startForTests(BuildDirectory.folder("postgresql"), folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ENDED_BEFORE.forEach(Runnable::run);
            server.close();
            BuildDirectory.delete(folder);
        }));
        try (Connection connection = server.connect(server.user());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + TEMPLATE);
        } catch (SQLException failed) {
            throw new IllegalStateException("The template database cannot be made", failed);
        }
        Flyway.configure()
                .dataSource(server.url(TEMPLATE), server.user(), server.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return server;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = SERVER.connect(SERVER.user());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
