package dev.tidemark.model.result;

import dev.tidemark.platform.i18n.InvalidValueException;

/** Emulated network conditions: round-trip time in ms, bandwidth in kbit/s (1000 bit). 0 means not throttled. */
public record NetworkConditions(int rttMillis, int downKbps, int upKbps) {

    public static final NetworkConditions UNTHROTTLED = new NetworkConditions(0, 0, 0);

    private static final int MAX_RTT_MILLIS = 60_000;
    private static final int MAX_KBPS = 10_000_000;

    public NetworkConditions {
        if (rttMillis < 0 || rttMillis > MAX_RTT_MILLIS) {
            throw new InvalidValueException("validation.network.latency", rttMillis, MAX_RTT_MILLIS);
        }
        if (downKbps < 0 || downKbps > MAX_KBPS || upKbps < 0 || upKbps > MAX_KBPS) {
            throw new InvalidValueException("validation.network.throughput", MAX_KBPS);
        }
    }

    public boolean isUnthrottled() {
        return equals(UNTHROTTLED);
    }
}
