package dev.tidemark.alerting.incident;

/**
 * Hysteresis: the number of consecutive runs that change a state, so that a single outlier causes no notification.
 *
 * @param toOpen consecutive bad runs that open an incident, at least 1
 * @param toResolve consecutive good runs that resolve it, at least 1
 */
record Hysteresis(int toOpen, int toResolve) {

    Hysteresis {
        if (toOpen < 1 || toResolve < 1) {
            throw new IllegalArgumentException("hysteresis " + toOpen + "/" + toResolve + " must be at least 1/1");
        }
    }

    /** Limits have their own rule ("breaches of"), so only failed checks need two runs (ADR 0009). */
    static Hysteresis of(IncidentType incidentType) {
        return incidentType == IncidentType.AVAILABILITY ? new Hysteresis(2, 2) : new Hysteresis(1, 1);
    }
}
