package dev.tidemark.story;

import dev.tidemark.history.Run;
import dev.tidemark.measurement.FormFactor;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.StepFact;
import dev.tidemark.standing.Vital;
import dev.tidemark.wording.Said;
import java.util.List;
import java.util.TreeSet;

/** A step of a journey as a row: what was done and its values in the order of {@link #COLUMNS}. */
public record StepRow(int n, Said title, List<Vital> vitals) {

    static final List<Metric> COLUMNS = List.of(
            Metric.of("DURATION"),
            Metric.TTFB,
            Metric.LCP,
            Metric.CLS,
            Metric.TBT,
            Metric.INP,
            Metric.REQUESTS,
            Metric.BYTES);

    /** One for each step that was measured, or at least done. */
    static List<StepRow> of(Run run, List<StepFact> facts, FormFactor formFactor) {
        TreeSet<Integer> numbers = new TreeSet<>();
        run.measurements().forEach(one -> one.metric().step().ifPresent(numbers::add));
        for (int n = 1; n <= Math.min(99, facts.size()); n++) {
            numbers.add(n);
        }
        return numbers.stream().map(n -> row(n, run, facts, formFactor)).toList();
    }

    private static StepRow row(int n, Run run, List<StepFact> facts, FormFactor formFactor) {
        Said title = n <= facts.size() ? Said.verbatim(facts.get(n - 1).title()) : Said.of("step.step", n);
        return new StepRow(
                n,
                title,
                COLUMNS.stream()
                        .map(metric -> Vital.of(run, Metric.ofStep(n, metric), formFactor))
                        .toList());
    }
}
