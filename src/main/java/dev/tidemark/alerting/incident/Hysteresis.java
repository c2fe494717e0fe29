package dev.tidemark.alerting.incident;

/**
 * How many runs in a row must agree before a state changes, so that one stray run tells nobody anything.
 *
 * @param toOpen bad runs in a row that open an incident
 * @param toResolve good runs in a row that resolve it
 */
record Hysteresis(int toOpen, int toResolve) {

    Hysteresis {
        if (toOpen < 1 || toResolve < 1) {
            throw new IllegalArgumentException("damping " + toOpen + "/" + toResolve + " must be at least 1/1");
        }
    }

    /** A limit is damped already by its "breaches of"; a failed load is damped here (ADR 0009). */
    static Hysteresis of(IncidentType concern) {
        return concern == IncidentType.AVAILABILITY ? new Hysteresis(2, 2) : new Hysteresis(1, 1);
    }
}
