package dev.tidemark.reporting.digest;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Rating;
import dev.tidemark.model.metric.Thresholds;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The 75th percentile of a metric over the period.
 *
 * @param p75 in the unit of the metric
 * @param before of the previous period; empty without runs
 */
record DigestMetric(Metric metric, double p75, OptionalDouble before, FormFactor formFactor) {

    Optional<Rating> rating() {
        return Thresholds.rate(new Measurement(metric, p75), formFactor);
    }

    /** The ratio to the threshold of the rating "good"; 0 for metrics without thresholds. */
    double weight() {
        return Thresholds.official(metric, formFactor)
                .map(thresholds -> p75 / thresholds.good())
                .orElse(0.0);
    }

    String value() {
        return MetricFormat.of(metric, p75);
    }

    /** {@code good}, {@code needs improvement}, {@code poor}, or empty. */
    String ratingText() {
        return rating().map(DigestMetric::ratingText).orElse("");
    }

    /** {@code +12 %, was 3.49 s}; empty without a previous value. */
    String change() {
        if (before.isEmpty()) {
            return "";
        }
        double previous = before.getAsDouble();
        String relative = MetricFormat.relativeChange(previous, p75);
        String change = relative.isEmpty() ? MetricFormat.difference(metric, p75 - previous) : relative;
        return LocalizedMessage.of("digest.figure.change", change, MetricFormat.of(metric, previous))
                .toString();
    }

    /** {@code Largest Contentful Paint (LCP)}; metrics without an abbreviation by their name alone. */
    LocalizedMessage name() {
        return metric.label();
    }

    /** {@code Largest Contentful Paint (LCP) 3.91 s, needs improvement (+12 %, was 3.49 s)}. */
    String text() {
        LocalizedMessage text = rating().map(
                        one -> LocalizedMessage.of("digest.figure.rated", name(), value(), ratingText(one)))
                .orElseGet(() -> LocalizedMessage.of("digest.figure.text", name(), value()));
        LocalizedMessage compared =
                before.isEmpty() ? text : LocalizedMessage.of("digest.figure.compared", text, change());
        return compared.toString();
    }

    private static String ratingText(Rating rating) {
        return LocalizedMessage.of("common.rating." + rating.label()).toString();
    }
}
