package dev.tidemark.reporting.digest;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Rating;
import dev.tidemark.model.metric.Thresholds;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A metric's 75th percentile over the period, in its unit.
 *
 * @param before the same of the period before; empty without runs then
 */
record DigestMetric(Metric metric, double p75, OptionalDouble before, FormFactor formFactor) {

    Optional<Rating> rating() {
        return Thresholds.rate(new Measurement(metric, p75), formFactor);
    }

    /** In relation to what is good: above 1 it is not. 0 where nobody says what is good. */
    double weight() {
        return Thresholds.official(metric, formFactor)
                .map(thresholds -> p75 / thresholds.good())
                .orElse(0.0);
    }

    String value() {
        return MetricFormat.of(metric, p75);
    }

    /** {@code good}, {@code needs improvement}, {@code poor}, or nothing. */
    String ratingWords() {
        return rating().map(one -> one.label().replace('-', ' ')).orElse("");
    }

    /** {@code +12 %, was 3.49 s}; nothing when there is nothing to compare with. */
    String change() {
        if (before.isEmpty()) {
            return "";
        }
        double was = before.getAsDouble();
        String relative = MetricFormat.relativeChange(was, p75);
        String change = relative.isEmpty() ? MetricFormat.difference(metric, p75 - was) : relative;
        return change + ", was " + MetricFormat.of(metric, was);
    }
}
