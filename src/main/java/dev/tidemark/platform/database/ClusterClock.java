package dev.tidemark.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.logging.Logger;

/**
 * Produces the clock of the application, in UTC. It agrees with the clock of the database, which all nodes share, even if the clock
 * of this machine does not. All other beans have it injected, so that instants stored by different nodes can be compared.
 */
@ApplicationScoped
public class ClusterClock {

    private static final Logger LOG = Logger.getLogger(ClusterClock.class.getName());

    /** Smaller differences are not corrected, so that the time of a synchronized machine never jumps. */
    private static final Duration TOLERANCE = Duration.ofMillis(250);

    /** A slower response says too little about the clock of the database. */
    private static final Duration MAX_ROUND_TRIP = Duration.ofMillis(500);

    private static final Duration MAX_SILENT_CORRECTION = Duration.ofSeconds(1);

    private final Clock machine;
    private volatile Duration correction = Duration.ZERO;

    public ClusterClock() {
        this(Clock.systemUTC());
    }

    ClusterClock(Clock machine) {
        this.machine = machine;
    }

    @Produces
    Clock clock() {
        InstantSource corrected = () -> machine.instant().plus(correction);
        return corrected.withZone(ZoneOffset.UTC);
    }

    /** The time of this machine without the correction. */
    Instant machineTime() {
        return machine.instant();
    }

    /**
     * Compares the clocks.
     *
     * @param asked the time of this machine when the database was asked for its time
     * @param database its response
     * @param answered the time of this machine when the response arrived
     */
    void compare(Instant asked, Instant database, Instant answered) {
        Duration roundTrip = Duration.between(asked, answered);
        if (roundTrip.isNegative() || roundTrip.compareTo(MAX_ROUND_TRIP) > 0) {
            return;
        }
        Duration difference = Duration.between(asked.plus(roundTrip.dividedBy(2)), database);
        if (difference.minus(correction).abs().compareTo(TOLERANCE.plus(roundTrip.dividedBy(2))) > 0) {
            correction = difference.abs().compareTo(TOLERANCE) > 0 ? difference : Duration.ZERO;
            report(difference);
        }
    }

    private static void report(Duration difference) {
        if (difference.abs().compareTo(MAX_SILENT_CORRECTION) > 0) {
            LOG.warning(
                    () -> "The clock of this machine is " + difference.abs().toMillis() + " ms "
                            + (difference.isNegative() ? "ahead of" : "behind")
                            + " that of the database. Tidemark uses the time of the database; synchronize both machines with NTP.");
        }
    }
}
