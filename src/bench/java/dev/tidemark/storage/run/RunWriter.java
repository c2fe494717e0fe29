package dev.tidemark.storage.run;

import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.RunId;
import dev.tidemark.storage.run.CopyWriter.Jsonb;
import dev.tidemark.storage.timeseries.DailySummaryRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the history of one synthetic page: runs, measurements and summaries, in the order in which their indexes grow. */
final class RunWriter {
    private static final String RUN =
            "run (id, probe, location, planned_at, requested, state, state_since, attempt, started_at,"
                    + " finished_at, outcome, fault, detail, browser, playwright, tidemark, profile, cpu_benchmark, samples,"
                    + " representative, medians, absent)";
    private static final Jsonb ABSENT = new Jsonb("{\"INP\":\"no interaction\"}");
    private static final Jsonb PROFILE = new Jsonb(ProfileJson.of(HistoryFixture.DESKTOP));

    private static final Map<String, Metric> BY_CODE =
            SyntheticPage.METRICS.stream().collect(Collectors.toMap(Function.identity(), Metric::of));

    private final Connection connection;
    private final String probe;
    private final SyntheticPage page;
    private final int series;
    private final Map<String, Short> metrics;

    RunWriter(Connection connection, String probe, int number) throws SQLException {
        this.connection = connection;
        this.probe = probe;
        this.page = new SyntheticPage(number);
        this.series = seriesOf(connection, probe);
        this.metrics = metricsIn(connection);
    }

    String probe() {
        return probe;
    }

    /** Writes the runs from (inclusive) to (exclusive), within one UTC month, and returns their number. */
    int month(Instant from, Instant to, Duration every) throws SQLException {
        List<Done> done = new ArrayList<>();
        try (CopyWriter runs = new CopyWriter(connection, RUN)) {
            for (Instant at = from; at.isBefore(to); at = at.plus(every)) {
                Done one = done(at);
                done.add(one);
                runs.add(row(one));
            }
        }
        List<Done> good =
                done.stream().filter(one -> one.kind() == OutcomeType.OK).toList();
        measurements(good);
        summaries(good);
        return done.size();
    }

    private Done done(Instant at) {
        Optional<OutcomeType> trouble = page.trouble(at);
        Measurements measured = page.measure(at);
        return new Done(
                RunId.newAt(at),
                at,
                trouble.orElse(OutcomeType.OK),
                trouble.isPresent() ? Measurements.none() : measured);
    }

    private Object[] row(Done one) {
        boolean ok = one.kind() == OutcomeType.OK;
        return new Object[] {
            one.id().value(),
            probe,
            LocationName.DEFAULT.name(),
            one.at(),
            false,
            "ENDED",
            one.at().plusSeconds(25),
            (short) 1,
            one.at().plusSeconds(1),
            one.at().plusSeconds(25),
            one.kind().name(),
            one.kind().fault().name(),
            ok ? "" : "sample data",
            HistoryFixture.ENGINE.browser(),
            HistoryFixture.ENGINE.playwright(),
            HistoryFixture.ENGINE.tidemark(),
            PROFILE,
            1_000.0,
            (short) 3,
            ok ? (short) 1 : null,
            new Jsonb(MetricJson.of(one.measured())),
            ABSENT
        };
    }

    private void measurements(List<Done> good) throws SQLException {
        try (CopyWriter rows =
                new CopyWriter(connection, "measurement (series_id, metric_id, planned_at, value, run_id)")) {
            for (Map.Entry<String, Short> metric : byId()) {
                for (Done one : good) {
                    rows.add(
                            series,
                            metric.getValue(),
                            one.at(),
                            one.value(metric.getKey()),
                            one.id().value());
                }
            }
        }
    }

    private void summaries(List<Done> good) throws SQLException {
        Map<LocalDate, List<Done>> days = new TreeMap<>();
        good.forEach(
                one -> days.computeIfAbsent(one.at().atZone(ZoneOffset.UTC).toLocalDate(), day -> new ArrayList<>())
                        .add(one));
        try (CopyWriter rows = new CopyWriter(
                connection, "daily_summary (series_id, metric_id, day, runs, minimum, maximum, total, sketch)")) {
            for (Map.Entry<String, Short> metric : byId()) {
                for (Map.Entry<LocalDate, List<Done>> day : days.entrySet()) {
                    DailySummaryRow sum = DailySummaryRow.of(day.getValue().stream()
                            .mapToDouble(one -> one.value(metric.getKey()))
                            .toArray());
                    int days2000 = (int) (day.getKey().toEpochDay()
                            - LocalDate.of(2000, 1, 1).toEpochDay());
                    rows.add(
                            series,
                            metric.getValue(),
                            days2000,
                            sum.runs(),
                            sum.lowest(),
                            sum.highest(),
                            sum.total(),
                            sum.sketch());
                }
            }
        }
    }

    private List<Map.Entry<String, Short>> byId() {
        return metrics.entrySet().stream()
                .filter(entry -> SyntheticPage.METRICS.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .toList();
    }

    private static int seriesOf(Connection connection, String probe) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO series (probe, location) VALUES (?, 'default') ON CONFLICT (probe, location)"
                        + " DO UPDATE SET probe = excluded.probe RETURNING id")) {
            insert.setString(1, probe);
            ResultSet row = insert.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    private static Map<String, Short> metricsIn(Connection connection) throws SQLException {
        Map<String, Short> ids = new TreeMap<>();
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO metric (code) VALUES (?) ON CONFLICT DO NOTHING")) {
            for (String code : SyntheticPage.METRICS) {
                insert.setString(1, code);
                insert.executeUpdate();
            }
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT code, id FROM metric")) {
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                ids.put(rows.getString(1), rows.getShort(2));
            }
        }
        return ids;
    }

    private record Done(RunId id, Instant at, OutcomeType kind, Measurements measured) {
        double value(String metric) {
            return measured.find(BY_CODE.get(metric)).orElseThrow().value();
        }
    }
}
