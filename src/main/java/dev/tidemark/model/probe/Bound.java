package dev.tidemark.model.probe;

/** What a limit allows: a figure, or a distance from what was usual before. Exactly on the bound is kept. */
public sealed interface Bound {

    /** A bound in the metric's unit: at most, or at least. */
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

    /** A bound that follows from what was usual. */
    sealed interface Relative extends Bound {

        double percent();

        double atLeast();

        BaselineWindow baseline();

        /** The bound in the metric's unit, when that was usual. */
        Fixed from(double usual);
    }

    /**
     * Not higher than usual by more than this.
     *
     * @param percent of what was usual
     * @param atLeast in the metric's unit: a smaller difference never breaks the bound
     */
    record Increase(double percent, double atLeast, BaselineWindow baseline) implements Relative {
        @Override
        public Fixed from(double usual) {
            return new Max(usual + Math.max(usual * percent / 100, atLeast));
        }
    }

    /** Not lower than usual by more than this; for the score, or a throughput. */
    record Decrease(double percent, double atLeast, BaselineWindow baseline) implements Relative {
        @Override
        public Fixed from(double usual) {
            return new Min(Math.max(0, usual - Math.max(usual * percent / 100, atLeast)));
        }
    }
}
