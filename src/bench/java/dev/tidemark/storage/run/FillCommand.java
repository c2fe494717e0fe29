package dev.tidemark.storage.run;

import dev.tidemark.launcher.server.ConfiguredDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes sample data: {@code mvn -Pfill -Dexec.args="50 1000000"} writes that many paused probes and runs, one every five minutes
 * until now, into the database that the next start of Tidemark uses.
 */
public final class FillCommand {
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final int WRITERS = 2;
    /** Number of probes that have runs with requests, filmstrip and HAR. */
    private static final int WITH_ARTIFACTS = 3;

    private final String url;
    private final String user;
    private final String password;

    FillCommand(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        int probes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        try (ConfiguredDatabase database = ConfiguredDatabase.open()) {
            of(database).fillAndReport(probes, runs);
        }
    }

    /** Fills a database unless it contains sample data already. */
    @SuppressWarnings("SystemOut")
    public static void fillOnce(ConfiguredDatabase database, int probes, int runs) throws Exception {
        Optional<Instant> filled = of(database).filledUntil();
        if (filled.isEmpty()) {
            of(database).fillAndReport(probes, runs);
        } else {
            System.out.println("Using the existing sample data, which ends at " + filled.get() + ".");
        }
    }

    private static FillCommand of(ConfiguredDatabase database) {
        return new FillCommand(database.url(), database.user(), database.password());
    }

    @SuppressWarnings("SystemOut")
    private void fillAndReport(int probes, int runs) throws Exception {
        long begun = System.nanoTime();
        long written = fill(probes, runs, Instant.now(java.time.Clock.systemUTC()));
        System.out.printf("%,d runs of %d probes in %.1f s%n", written, probes, (System.nanoTime() - begun) / 1e9);
    }

    private Optional<Instant> filledUntil() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery(
                        "SELECT max(planned_at) FROM run WHERE probe = '" + name(0) + "' AND NOT requested")) {
            newest.next();
            return Optional.ofNullable(newest.getTimestamp(1)).map(Timestamp::toInstant);
        }
    }

    /** Returns the number of runs written; every probe gets the same number. */
    long fill(int probes, int runs, Instant now) throws Exception {
        Instant end = now.truncatedTo(ChronoUnit.HOURS);
        Instant begin = end.minus(EVERY.multipliedBy(runs / probes));
        prepare(probes, begin, end);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<Long>> parts = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                parts.add(writers.submit(part(writer, probes, begin, end)));
            }
            long written = 0;
            for (Future<Long> part : parts) {
                written += part.get();
            }
            finish();
            new SyntheticEvents(url, user, password).write(probes, begin, end);
            new SyntheticArtifacts(url, user, password).write(Math.min(WITH_ARTIFACTS, probes), end);
            return written;
        } finally {
            writers.shutdownNow();
        }
    }

    private Callable<Long> part(int writer, int probes, Instant begin, Instant end) {
        return () -> {
            long written = 0;
            try (Connection connection = connect()) {
                List<RunWriter> pages = new ArrayList<>();
                for (int i = writer; i < probes; i += WRITERS) {
                    pages.add(new RunWriter(connection, name(i), i));
                }
                for (Instant from = begin; from.isBefore(end); from = endOfMonth(from, end)) {
                    for (RunWriter page : pages) {
                        written += page.month(from, endOfMonth(from, end), EVERY);
                        report(from, page);
                    }
                }
            }
            return written;
        };
    }

    @SuppressWarnings("SystemOut")
    private static void report(Instant month, RunWriter page) {
        System.out.println(YearMonth.from(month.atZone(ZoneOffset.UTC)) + ": " + page.probe() + " written");
    }

    private void prepare(int probes, Instant begin, Instant end) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("run", "measurement")) {
                statement.execute("SELECT create_partitions('" + table + "', 'month', '" + begin + "', '" + end + "')");
            }
            for (int i = 0; i < probes; i++) {
                statement.execute("INSERT INTO probe (slug, definition, version, changed_at) VALUES ('" + name(i)
                        + "', '" + definition(i) + "', 1, now()) ON CONFLICT DO NOTHING");
            }
            statement.execute("UPDATE probe_catalog SET revision = revision + 1");
        }
    }

    /** Updates statistics and summaries, so that the first page view is as fast as the next ones. */
    private void finish() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO daily_summary_due (series_id, day) SELECT id, CAST(now() AT TIME ZONE 'UTC' AS date) FROM series"
                            + " ON CONFLICT DO NOTHING");
            statement.execute("VACUUM (ANALYZE) run, measurement, daily_summary, series, metric");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static Instant endOfMonth(Instant from, Instant end) {
        Instant next = YearMonth.from(from.atZone(ZoneOffset.UTC))
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        Instant aligned = from.plus(EVERY.multipliedBy(steps(Duration.between(from, next))));
        return aligned.isBefore(end) ? aligned : end;
    }

    private static long steps(Duration span) {
        return (span.toSeconds() + EVERY.toSeconds() - 1) / EVERY.toSeconds();
    }

    static String name(int i) {
        return String.format("demo-%03d", i + 1);
    }

    private static String definition(int i) {
        return """
                {"id":"%s","name":"Demo page %d","url":"https://demo-%d.example/","every":"PT5M","samples":3,"profile":"desktop",
                "locations":["default"],"enabled":false,"tags":["demo"],
                "budgets":[{"metric":"LCP","statistic":"median","max":2500,"severity":"critical","breaches":2,"of":3}]}""".formatted(name(i), i + 1, i + 1);
    }
}
