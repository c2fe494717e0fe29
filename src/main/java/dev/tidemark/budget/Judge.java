package dev.tidemark.budget;

import dev.tidemark.history.Run;
import dev.tidemark.history.RunHistory;
import dev.tidemark.history.RunQuery;
import dev.tidemark.measurement.Statistic;
import dev.tidemark.observation.OutcomeKind;
import dev.tidemark.observation.SampleResult;
import dev.tidemark.observation.Slot;
import dev.tidemark.probe.Limit;
import dev.tidemark.probe.Probe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The door to verdicts. */
@ApplicationScoped
public class Judge {

    private static final int MOST_POINTS = 50_000;

    private final RunHistory history;

    protected Judge() {
        this(null);
    }

    @Inject
    public Judge(RunHistory history) {
        this.history = history;
    }

    /** A verdict for each of the probe's limits, in their order, after this run and without later ones. */
    public List<Verdict> judge(Probe probe, Run latest) {
        if (probe.budgets().isEmpty()) {
            return List.of();
        }
        int most = probe.budgets().stream().mapToInt(Limit::of).max().orElseThrow();
        List<Run> runs = lastOk(latest.slot(), most);
        return probe.budgets().stream()
                .map(limit -> judge(limit, latest.slot(), runs))
                .toList();
    }

    private Verdict judge(Limit limit, Slot slot, List<Run> runs) {
        if (limit.window().isPresent()) {
            return judgeWindow(limit, slot, runs);
        }
        return limit.statistic() == Statistic.MEDIAN
                ? LimitRule.judge(limit, runs)
                : LimitRule.judge(limit, runs, run -> overSamples(limit, run));
    }

    private Verdict judgeWindow(Limit limit, Slot slot, List<Run> runs) {
        List<Instant> ends = runs.stream()
                .limit(limit.of())
                .map(run -> run.slot().plannedAt())
                .toList();
        if (ends.isEmpty()) {
            return LimitRule.judgeReadings(limit, List.of());
        }
        Instant from = ends.get(ends.size() - 1).minus(limit.window().orElseThrow());
        var points = history.points(
                slot.probe(), Optional.of(slot.location()), limit.metric(), from, justAfter(slot), MOST_POINTS);
        return WindowRule.judge(limit, ends, points);
    }

    private Reading overSamples(Limit limit, Run run) {
        double[] values = history.samples(run.id()).stream()
                .filter(SampleResult::isGood)
                .flatMap(sample -> sample.measurements().find(limit.metric()).stream())
                .mapToDouble(one -> one.value())
                .toArray();
        return values.length == 0
                ? Reading.median(run, limit.metric())
                : Reading.of(limit.statistic().of(values));
    }

    private List<Run> lastOk(Slot slot, int limit) {
        return history.list(new RunQuery(
                                slot.probe(),
                                Optional.empty(),
                                Optional.of(justAfter(slot)),
                                Optional.of(OutcomeKind.OK),
                                Optional.of(slot.location()),
                                limit,
                                Optional.empty())
                        .counted())
                .items();
    }

    private static Instant justAfter(Slot slot) {
        return slot.plannedAt().plusMillis(1);
    }
}
