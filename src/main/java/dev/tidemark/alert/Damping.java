package dev.tidemark.alert;

/**
 * How many runs in a row must agree before a state changes, so that one stray run tells nobody anything.
 *
 * @param toOpen bad runs in a row that open an incident
 * @param toResolve good runs in a row that resolve it
 */
record Damping(int toOpen, int toResolve) {

    Damping {
        if (toOpen < 1 || toResolve < 1) {
            throw new IllegalArgumentException("damping " + toOpen + "/" + toResolve + " must be at least 1/1");
        }
    }

    /** A limit is damped already by its "breaches of"; a failed load is damped here (ADR 0009). */
    static Damping of(Concern concern) {
        return concern == Concern.AVAILABILITY ? new Damping(2, 2) : new Damping(1, 1);
    }
}
