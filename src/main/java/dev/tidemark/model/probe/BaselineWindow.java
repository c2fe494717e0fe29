package dev.tidemark.model.probe;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.Locale;
import java.util.Objects;

/**
 * The runs that a relative limit compares with; their median is what was usual.
 *
 * @param days how far back they reach
 */
public record BaselineWindow(BaselineUnit kind, int days) {

    /** Which runs. */
    public enum BaselineUnit {
        /** Those of the same hour of the week (UTC), so that a Monday morning is held against Monday mornings. */
        SAME_HOUR(28),
        /** Those before the newest deploy. */
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
