package dev.tidemark.model.probe;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.Locale;
import java.util.Objects;

/**
 * The runs whose median is the baseline of a relative limit.
 *
 * @param days how far back the runs reach
 */
public record BaselineWindow(BaselineUnit kind, int days) {

    /** Selects the runs. */
    public enum BaselineUnit {
        /** Runs in the same hour of the week (UTC), so that Monday morning is compared with Monday mornings. */
        SAME_HOUR(28),
        /** Runs before the latest deploy. */
        DEPLOY(7);

        private final int defaultDays;

        BaselineUnit(int standardDays) {
            this.defaultDays = standardDays;
        }

        public int defaultDays() {
            return defaultDays;
        }

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public BaselineWindow {
        Objects.requireNonNull(kind, "kind");
        int fewest = kind == BaselineUnit.SAME_HOUR ? 7 : 1;
        if (days < fewest || days > 90) {
            throw new InvalidValueException("validation.days.baselineRange", days, fewest, kind.label());
        }
    }
}
