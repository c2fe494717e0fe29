package dev.tidemark.model.result;

/** The emulated network: round-trip time in ms, bandwidth in kbit/s (1000 bit). 0 means: not shaped. */
public record NetworkConditions(int rttMillis, int downKbps, int upKbps) {

    public static final NetworkConditions UNSHAPED = new NetworkConditions(0, 0, 0);

    private static final int LONGEST_RTT = 60_000;
    private static final int FASTEST = 10_000_000;

    public NetworkConditions {
        if (rttMillis < 0 || rttMillis > LONGEST_RTT) {
            throw new IllegalArgumentException("network.rttMs " + rttMillis + " must be 0 to " + LONGEST_RTT);
        }
        if (downKbps < 0 || downKbps > FASTEST || upKbps < 0 || upKbps > FASTEST) {
            throw new IllegalArgumentException("network.downKbps and upKbps must be 0 (not limited) to " + FASTEST);
        }
    }

    public boolean isUnshaped() {
        return equals(UNSHAPED);
    }
}
