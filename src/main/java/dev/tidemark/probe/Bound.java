package dev.tidemark.probe;

/** A limit's bound in the metric's unit: at most, or at least. Exactly on the bound is kept. */
public sealed interface Bound {

    double value();

    boolean allows(double measured);

    record Max(double value) implements Bound {
        @Override
        public boolean allows(double measured) {
            return measured <= value;
        }
    }

    record Min(double value) implements Bound {
        @Override
        public boolean allows(double measured) {
            return measured >= value;
        }
    }
}
