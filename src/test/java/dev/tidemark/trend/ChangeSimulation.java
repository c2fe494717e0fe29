package dev.tidemark.trend;

import dev.tidemark.trend.ChangeWatch.Direction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;

/** "How often does it cry wolf?" {@code mvn -Pwolf} plays series with and without a step, and writes the table of the manual. */
public final class ChangeSimulation {
    private static final int BASELINE = 400;
    private static final int RUNS_PER_DAY = 288;

    private final Random random;
    private final double noise;
    private final double spikes;

    ChangeSimulation(long seed, double noise, double spikes) {
        this.random = new Random(seed);
        this.noise = noise;
        this.spikes = spikes;
    }

    public static void main(String[] arguments) throws Exception {
        int days = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        StringBuilder table = new StringBuilder(HEAD);
        for (double spikes : new double[] {0, 0.01}) {
            ChangeSimulation simulation = new ChangeSimulation(1, 0.05, spikes);
            False alarms = simulation.falseAlarms(days);
            table.append(String.format(
                    Locale.ROOT,
                    "| none | %.0f %% | %.2f suspicions and %.2f alarms in 1,000 probe-days | |%n",
                    100 * spikes,
                    1_000.0 * alarms.suspicions() / days,
                    1_000.0 * alarms.alarms() / days));
            for (double step : new double[] {1.1, 1.2}) {
                int within = step > 1.15 ? 3 : 6;
                Found found = simulation.found(step, within, 10_000);
                table.append(String.format(
                        Locale.ROOT,
                        "| +%.0f %% | %.0f %% | %.1f %% suspected within %d runs | %.1f %% suspected and confirmed |%n",
                        100 * (step - 1),
                        100 * spikes,
                        100 * found.suspected(),
                        within,
                        100 * found.confirmed()));
            }
        }
        Files.writeString(Path.of("src/site/markdown/change-points.md"), table.toString());
    }

    /** Plays so many days of a probe that runs every five minutes and does not change. */
    False falseAlarms(int days) {
        int suspicions = 0;
        int alarms = 0;
        for (int day = 0; day < days; day++) {
            ChangeWatch watch = ChangeWatch.usual(runs(BASELINE, 1));
            double[] runs = runs(RUNS_PER_DAY, 1);
            for (Direction direction : Direction.values()) {
                int begin = 0;
                OptionalInt after = watch.suspicion(runs, direction);
                while (after.isPresent()) {
                    suspicions++;
                    alarms += watch.confirms(runs(ChangeWatch.CONFIRMING_RUNS, 1), direction) ? 1 : 0;
                    begin += after.getAsInt();
                    after = watch.suspicion(Arrays.copyOfRange(runs, begin, runs.length), direction);
                }
            }
        }
        return new False(suspicions, alarms);
    }

    /** How often a step is found within so many runs, and confirmed by those taken to make sure. */
    Found found(double step, int within, int times) {
        int suspected = 0;
        int confirmed = 0;
        for (int i = 0; i < times; i++) {
            ChangeWatch watch = ChangeWatch.usual(runs(BASELINE, 1));
            if (watch.suspicion(runs(within, step), Direction.UP).isPresent()) {
                suspected++;
                confirmed += watch.confirms(runs(ChangeWatch.CONFIRMING_RUNS, step), Direction.UP) ? 1 : 0;
            }
        }
        return new Found((double) suspected / times, (double) confirmed / times);
    }

    private double[] runs(int count, double level) {
        double[] runs = new double[count];
        Arrays.setAll(runs, i -> {
            double spike = random.nextDouble() < spikes ? 1.5 + random.nextDouble() : 1;
            return 2_000 * level * spike * Math.exp(noise * random.nextGaussian());
        });
        return runs;
    }

    record False(int suspicions, int alarms) {}

    record Found(double suspected, double confirmed) {}

    private static final String HEAD = """
            # How often does it cry wolf?

            `mvn -Pwolf` plays series of runs with 5 % noise, every five minutes, with and without spikes (half to one and a half times
            more), against the watch for lasting steps (`ChangeWatch`). What is usual comes from the 400 runs before. A suspicion makes
            Tidemark take ten more runs at once; only when these lie on the same side, somebody is to be told.

            Series that follow the time of day, or whose neighbours resemble each other, are not in this table: they need a comparison with
            the same hours of the days before.

            | step | spikes | within the runs | with the confirming runs |
            |---|---|---|---|
            """;
}
