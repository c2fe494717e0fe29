package dev.tidemark.reporting.diagnosis;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.result.StepResult;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.status.MetricTile;
import dev.tidemark.storage.run.Run;
import java.util.List;
import java.util.TreeSet;

/** A step as a row: its title, and its values in the order of {@link #COLUMNS}. */
public record StepRow(int n, LocalizedMessage title, List<MetricTile> vitals) {

    static final List<Metric> COLUMNS = List.of(
            Metric.of("DURATION"),
            Metric.TTFB,
            Metric.LCP,
            Metric.CLS,
            Metric.TBT,
            Metric.INP,
            Metric.REQUESTS,
            Metric.BYTES);

    /** A row for each step that was performed or measured. */
    static List<StepRow> of(Run run, List<StepResult> facts, List<Limit> limits, FormFactor formFactor) {
        TreeSet<Integer> numbers = new TreeSet<>();
        run.measurements().forEach(one -> one.metric().step().ifPresent(numbers::add));
        for (int n = 1; n <= Math.min(99, facts.size()); n++) {
            numbers.add(n);
        }
        return numbers.stream().map(n -> row(n, run, facts, limits, formFactor)).toList();
    }

    private static StepRow row(int n, Run run, List<StepResult> facts, List<Limit> limits, FormFactor formFactor) {
        LocalizedMessage title = n <= facts.size()
                ? LocalizedMessage.verbatim(facts.get(n - 1).title())
                : LocalizedMessage.of("common.metric.step", n);
        return new StepRow(
                n,
                title,
                COLUMNS.stream()
                        .map(metric -> MetricTile.of(run, Metric.ofStep(n, metric), limits, formFactor))
                        .toList());
    }
}
