package dev.tidemark.analysis.changepoint;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.RunId;
import dev.tidemark.storage.timeseries.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Simulates change detection of one probe, run by run, as {@link ChangePoints} processes real runs. */
final class ChangeSimulation {
    static final Duration EVERY = Duration.ofMinutes(5);
    static final int RUNS_PER_DAY = 288;

    private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
    private static final RunId NO_RUN = new RunId(new UUID(0, 0));

    private final Noise noise;
    private final int before;
    private final int series;

    /**
     * @param before number of runs of the baseline
     * @param series number of series that are tested at the same time
     */
    ChangeSimulation(Noise noise, int before, int series) {
        this.noise = noise;
        this.before = before;
        this.series = series;
    }

    /** The result of the runs after the baseline. */
    record Played(int suspicions, int extraRuns, int alarms, int firstSuspicion, boolean confirmed) {}

    /** A day of runs after a change by this factor; detection continues after each decision. */
    Played play(int runs, double step, double scatter) {
        noise.renew();
        List<Point> history = new ArrayList<>();
        for (int i = 0; i < before; i++) {
            history.add(point(i, 0, 1, 1));
        }
        return new Watch(SeriesBaseline.of(Metric.LCP, history).orElseThrow(), step, scatter).play(runs);
    }

    private Point point(int run, int second, double step, double scatter) {
        Instant at = BEGIN.plus(EVERY.multipliedBy(run)).plusSeconds(second);
        return new Point(at, noise.value(at, step, scatter), NO_RUN);
    }

    private final class Watch {
        private final SeriesBaseline usual;
        private final double step;
        private final double scatter;
        private final Deque<Point> recent = new ArrayDeque<>();
        private int decided;
        private int suspicions;
        private int extraRuns;
        private int alarms;
        private int first;

        Watch(SeriesBaseline usual, double step, double scatter) {
            this.usual = usual;
            this.step = step;
            this.scatter = scatter;
        }

        Played play(int runs) {
            for (int i = 0; i < runs; i++) {
                recent.addLast(point(before + i, 0, step, scatter));
                if (recent.size() > RecentRuns.MAX_RUNS) {
                    recent.removeFirst();
                    decided = Math.max(0, decided - 1);
                }
                RecentRuns latest = new RecentRuns(usual, List.copyOf(recent), decided);
                Optional<ChangeCandidate> found = latest.candidate();
                if (found.isPresent()) {
                    suspicions++;
                    first = first == 0 ? i + 1 : first;
                    alarms += isConfirmed(latest, found.get().direction(), before + i) ? 1 : 0;
                    decided = recent.size();
                }
            }
            return new Played(suspicions, extraRuns, alarms, first, alarms > 0);
        }

        private boolean isConfirmed(RecentRuns latest, ChangeDirection direction, int run) {
            SeriesBaseline yardstick = latest.baseline();
            SequentialTest trial = SequentialTest.begin(yardstick.distance(recent.getLast()));
            while (trial.state(series) == SequentialTest.TestDecision.OPEN) {
                extraRuns++;
                Point extra = point(run, 20 * (trial.runs() + 1), step, scatter);
                trial = trial.add(yardstick, direction, yardstick.distance(extra));
            }
            return trial.state(series) == SequentialTest.TestDecision.CONFIRMED;
        }
    }
}
