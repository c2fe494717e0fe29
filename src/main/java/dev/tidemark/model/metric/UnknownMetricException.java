package dev.tidemark.model.metric;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.Comparator;
import java.util.Locale;

/** An unknown metric code. The message suggests the most similar known code. */
public final class UnknownMetricException extends InvalidValueException {

    private static final long serialVersionUID = 1L;

    UnknownMetricException(String code) {
        super("validation.metric.unknown", code, nearest(code));
    }

    private static String nearest(String code) {
        String wanted = code.toUpperCase(Locale.ROOT);
        return MetricCatalog.codes().stream()
                .min(Comparator.comparingInt(known -> EditDistance.between(wanted, known)))
                .orElseThrow();
    }
}
