package dev.tidemark.model.metric;

import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.SimilarName;

/** An unknown metric code. The message suggests the most similar known code. */
public final class UnknownMetricException extends InvalidValueException {

    private static final long serialVersionUID = 1L;

    UnknownMetricException(String code) {
        super("validation.metric.unknown", code, nearest(code));
    }

    private static String nearest(String code) {
        return SimilarName.nearest(code, MetricCatalog.codes()).orElseThrow();
    }
}
