package dev.tidemark.standing;

import dev.tidemark.chart.ValueText;
import dev.tidemark.history.Run;
import dev.tidemark.measurement.Absence;
import dev.tidemark.measurement.FormFactor;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Metric;
import dev.tidemark.measurement.Rating;
import dev.tidemark.measurement.Thresholds;
import dev.tidemark.wording.Said;
import java.util.Optional;

/**
 * One metric of one run, ready to be shown. Without a value, {@code text} is "n/a" and {@code exact} the reason.
 *
 * @param rating as the field names it, or "none"
 */
public record Vital(Metric metric, String text, Said exact, String rating, boolean present) {

    /** The metric's median in the run, or why there is none. */
    public static Vital of(Run run, Metric metric, FormFactor formFactor) {
        return run.measurements()
                .find(metric)
                .map(one -> of(one, formFactor))
                .orElseGet(() -> absent(metric, reason(run, metric)));
    }

    public static Vital of(Measurement one, FormFactor formFactor) {
        return new Vital(
                one.metric(),
                ValueText.of(one.metric(), one.value()),
                Said.verbatim(ValueText.exact(one.metric(), one.value())),
                Thresholds.rate(one, formFactor).map(Rating::label).orElse("none"),
                true);
    }

    public static Vital absent(Metric metric, Said reason) {
        return new Vital(metric, "n/a", reason, "none", false);
    }

    public String code() {
        return metric.code();
    }

    public String title() {
        return metric.title();
    }

    /** For those who do not see colours or shapes: "1,834.2 ms, good". */
    public Said spoken() {
        return rating.equals("none") ? exact : Said.of("vital.value_and_rating", exact, Said.of("rating." + rating));
    }

    private static Said reason(Run run, Metric metric) {
        Optional<Absence> given =
                run.absent().stream().filter(one -> one.metric().equals(metric)).findFirst();
        return given.map(absence -> Said.verbatim(absence.reason()))
                .orElse(Said.of(run.measurements().isEmpty() ? "vital.the_run_has_no_values" : "vital.not_measured"));
    }
}
