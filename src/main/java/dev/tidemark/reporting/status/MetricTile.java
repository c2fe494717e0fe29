package dev.tidemark.reporting.status;

import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Rating;
import dev.tidemark.model.metric.Thresholds;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.run.Run;
import java.util.Optional;

/**
 * One metric of one run, ready to be shown. Without a value, {@code text} is "n/a" and {@code exact} the reason.
 *
 * @param rating the label of the {@link Rating}, or "none"
 */
public record MetricTile(Metric metric, LocalizedMessage text, LocalizedMessage exact, String rating, boolean present) {

    /** The metric's median in the run, or why there is none. */
    public static MetricTile of(Run run, Metric metric, FormFactor formFactor) {
        return run.measurements()
                .find(metric)
                .map(one -> of(one, formFactor))
                .orElseGet(() -> absent(metric, reason(run, metric)));
    }

    public static MetricTile of(Measurement one, FormFactor formFactor) {
        return new MetricTile(
                one.metric(),
                LocalizedMessage.verbatim(MetricFormat.of(one.metric(), one.value())),
                LocalizedMessage.verbatim(MetricFormat.exact(one.metric(), one.value())),
                Thresholds.rate(one, formFactor).map(Rating::label).orElse("none"),
                true);
    }

    public static MetricTile absent(Metric metric, LocalizedMessage reason) {
        return new MetricTile(metric, LocalizedMessage.of("common.value.none"), reason, "none", false);
    }

    public String code() {
        return metric.code();
    }

    public LocalizedMessage title() {
        return metric.label();
    }

    /** For screen readers: "1,834.2 ms, good". */
    public LocalizedMessage accessibleText() {
        return rating.equals("none")
                ? exact
                : LocalizedMessage.of("common.value.withRating", exact, LocalizedMessage.of("common.rating." + rating));
    }

    private static LocalizedMessage reason(Run run, Metric metric) {
        Optional<AbsentMetric> absent =
                run.absent().stream().filter(one -> one.metric().equals(metric)).findFirst();
        return absent.map(absence -> LocalizedMessage.verbatim(absence.reason()))
                .orElse(LocalizedMessage.of(
                        run.measurements().isEmpty() ? "common.value.runWithoutValues" : "common.value.notMeasured"));
    }
}
