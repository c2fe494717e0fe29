package dev.tidemark.model.metric;

import java.util.Comparator;
import java.util.Locale;

/** A metric code that nobody knows. The message names the nearest one that exists. */
public final class UnknownMetricException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnknownMetricException(String code) {
        super("metric \"" + code + "\" is unknown; did you mean \"" + nearest(code) + "\"?");
    }

    private static String nearest(String code) {
        String wanted = code.toUpperCase(Locale.ROOT);
        return MetricCatalog.codes().stream()
                .min(Comparator.comparingInt(known -> EditDistance.between(wanted, known)))
                .orElseThrow();
    }
}
