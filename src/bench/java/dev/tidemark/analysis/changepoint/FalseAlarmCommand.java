package dev.tidemark.analysis.changepoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Measures the false-alarm rate: {@code mvn -Pfalse-alarms} runs change detection on simulated series with and without a step and
 * updates the table of the manual.
 */
public final class FalseAlarmCommand {
    private static final Path MANUAL = Path.of("src/site/markdown/contributing/false-alarms.md");
    private static final String MARK = "<!-- table -->\n";
    private static final double SPREAD = 0.05;
    private static final int TWO_WEEKS = 14 * ChangeSimulation.RUNS_PER_DAY;

    private FalseAlarmCommand() {}

    public static void main(String[] arguments) throws IOException {
        int days = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        List<String> rows = new ArrayList<>();
        for (Kind kind : kinds()) {
            rows.add(new Row(kind, days / kind.dear()).play());
            System.out.print(rows.get(rows.size() - 1));
        }
        String page = Files.readString(MANUAL);
        int begin = page.indexOf(MARK) + MARK.length();
        int end = page.indexOf("\n\n", begin + 1);
        Files.writeString(
                MANUAL, page.substring(0, begin) + HEAD + String.join("", rows).stripTrailing() + page.substring(end));
    }

    private static List<Kind> kinds() {
        return List.of(
                new Kind("independent", Noise.plain(new Random(1), SPREAD), SeriesBaseline.LEVEL_RUNS, 1),
                new Kind(
                        "1 % of runs take 1.5 to 2.5 times as long",
                        Noise.spiky(new Random(2), SPREAD, 0.01), SeriesBaseline.LEVEL_RUNS, 1),
                new Kind(
                        "5 % of runs take 1.5 to 2.5 times as long",
                        Noise.spiky(new Random(3), SPREAD, 0.05), SeriesBaseline.LEVEL_RUNS, 1),
                new Kind(
                        "rounded to 100 ms (ties)",
                        Noise.rounded(new Random(4), SPREAD, 100),
                        SeriesBaseline.LEVEL_RUNS,
                        1),
                new Kind("constant value", Noise.plain(new Random(5), 0), SeriesBaseline.LEVEL_RUNS, 1),
                new Kind(
                        "daily pattern: 20 % slower by day, faster by night",
                        Noise.daily(new Random(6), SPREAD, 0.2), TWO_WEEKS, 10),
                new Kind(
                        "autocorrelated runs (0.3)",
                        Noise.persistent(new Random(7), SPREAD, 0.3),
                        SeriesBaseline.LEVEL_RUNS,
                        1),
                new Kind(
                        "autocorrelated runs (0.6)",
                        Noise.persistent(new Random(8), SPREAD, 0.6),
                        SeriesBaseline.LEVEL_RUNS,
                        1),
                real("LCP", 9),
                real("FCP", 10),
                real("TTI", 11));
    }

    private static Kind real(String metric, int seed) {
        RealRuns runs = RealRuns.of(metric);
        String name = String.format(
                Locale.ROOT,
                "%s, drawn from %d real runs (variation %.1f %%)",
                metric,
                runs.count(),
                runs.spreadPercent());
        return new Kind(name, Noise.drawn(new Random(seed), runs), SeriesBaseline.LEVEL_RUNS, 1);
    }

    /**
     * A noise model.
     *
     * @param before number of runs that form the baseline
     * @param slowdown divides the number of simulated days, because each takes longer
     */
    private record Kind(String name, Noise noise, int before, int dear) {}

    private record Row(Kind kind, int days, ChangeSimulation simulation) {
        Row(Kind kind, int days) {
            this(kind, days, new ChangeSimulation(kind.noise(), kind.before(), SERIES));
        }

        String play() {
            int alarms = 0;
            int extra = 0;
            for (int day = 0; day < days; day++) {
                ChangeSimulation.Played played = simulation.play(ChangeSimulation.RUNS_PER_DAY, 1, 1);
                alarms += played.alarms();
                extra += played.extraRuns();
            }
            return String.format(
                    Locale.ROOT,
                    "| %s | %,d | %.2f | %.1f | %.1f %% | %.1f %% | %.1f %% | %.1f %% |%n",
                    kind.name(),
                    days,
                    1_000.0 * alarms / days,
                    (double) extra / days,
                    found(1.1, 6),
                    found(1.2, 3),
                    found(0.9, 6),
                    scattered());
        }

        private double found(double step, int within) {
            int found = 0;
            for (int i = 0; i < days; i++) {
                found += simulation.play(within, step, 1).confirmed() ? 1 : 0;
            }
            return 100.0 * found / days;
        }

        /** Share of days on which only the variation doubles and a change is reported. */
        private double scattered() {
            int told = 0;
            for (int i = 0; i < days; i++) {
                told += simulation.play(ChangeSimulation.RUNS_PER_DAY, 1, 2).confirmed() ? 1 : 0;
            }
            return 100.0 * told / days;
        }
    }

    /** Fifty probes with seven metrics each. */
    private static final int SERIES = 350;

    private static final String HEAD = """
            | noise (5 % unless noted) | days | false alarms in 1,000 days | extra runs per day | +10 % reported within 6 runs | +20 % within 3 | -10 % within 6 | reported when only the variation doubles |
            |---|---|---|---|---|---|---|---|
            """;
}
