package dev.tidemark.model.probe;

/**
 * The threshold of a limit: a fixed value, or a maximum difference from a baseline. A value equal to the threshold is within
 * budget.
 */
public sealed interface Bound {

    /** A fixed maximum or minimum, in the metric's unit. */
    sealed interface Fixed extends Bound {

        double value();

        boolean allows(double measured);
    }

    record Max(double value) implements Fixed {
        @Override
        public boolean allows(double measured) {
            return measured <= value;
        }
    }

    record Min(double value) implements Fixed {
        @Override
        public boolean allows(double measured) {
            return measured >= value;
        }
    }

    /** A threshold relative to the baseline. */
    sealed interface Relative extends Bound {

        double percent();

        double atLeast();

        BaselineWindow baseline();

        /** The fixed threshold for the given baseline, in the metric's unit. */
        Fixed from(double reference);
    }

    /**
     * A maximum increase over the baseline.
     *
     * @param percent of the baseline
     * @param atLeast in the metric's unit: a smaller difference is always within budget
     */
    record Increase(double percent, double atLeast, BaselineWindow baseline) implements Relative {
        @Override
        public Fixed from(double reference) {
            return new Max(reference + Math.max(reference * percent / 100, atLeast));
        }
    }

    /** A maximum decrease from the baseline; for metrics where more is better, such as the score or a throughput. */
    record Decrease(double percent, double atLeast, BaselineWindow baseline) implements Relative {
        @Override
        public Fixed from(double reference) {
            return new Min(Math.max(0, reference - Math.max(reference * percent / 100, atLeast)));
        }
    }
}
