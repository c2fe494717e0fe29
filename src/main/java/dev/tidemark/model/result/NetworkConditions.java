package dev.tidemark.model.result;

import dev.tidemark.platform.i18n.InvalidValueException;

/** Emulated network conditions: round-trip time in ms, bandwidth in kbit/s (1000 bit). 0 means not throttled. */
public record NetworkConditions(int rttMillis, int downKbps, int upKbps) {

    public static final NetworkConditions UNTHROTTLED = new NetworkConditions(0, 0, 0);

    private static final int LONGEST_RTT = 60_000;
    private static final int FASTEST = 10_000_000;

    public NetworkConditions {
        if (rttMillis < 0 || rttMillis > LONGEST_RTT) {
            throw new InvalidValueException("validation.network.latency", rttMillis, LONGEST_RTT);
        }
        if (downKbps < 0 || downKbps > FASTEST || upKbps < 0 || upKbps > FASTEST) {
            throw new InvalidValueException("validation.network.throughput", FASTEST);
        }
    }

    public boolean isUnthrottled() {
        return equals(UNTHROTTLED);
    }
}
