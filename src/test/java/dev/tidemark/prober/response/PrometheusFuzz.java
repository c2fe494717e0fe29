package dev.tidemark.prober.response;

import dev.tidemark.model.expectation.SeriesSelector;
import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.List;
import java.util.Optional;

/** Metrics in the Prometheus text format, and selectors of their series: the first line is the selector. */
public final class PrometheusFuzz {

    private PrometheusFuzz() {}

    /** Parses the selector, and the rest with it; every series found must be selected by what is shown of it. */
    public static void text(String input) {
        int end = input.indexOf('\n');
        String rest = input.substring(end + 1);
        Optional<SeriesSelector> selector = selector(end < 0 ? input : input.substring(0, end));
        if (selector.isEmpty()) {
            return;
        }
        for (PrometheusSeries series : PrometheusSeries.find(rest, selector.get())) {
            List<PrometheusSeries> again = PrometheusSeries.find(rest, SeriesSelector.parse(series.toString()));
            if (!again.contains(series)) {
                throw new IllegalStateException(series + " selects " + again);
            }
        }
    }

    private static Optional<SeriesSelector> selector(String text) {
        try {
            return Optional.of(SeriesSelector.parse(text));
        } catch (InvalidValueException refused) {
            return Optional.empty();
        }
    }
}
