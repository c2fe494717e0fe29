package dev.tidemark.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterClockTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration ROUND_TRIP = Duration.ofMillis(20);

    private final ManualClock machine = new ManualClock(NOON);
    private final ClusterClock clock = new ClusterClock(machine);

    @ParameterizedTest
    @ValueSource(longs = {-3_600_000, -5_000, -300, 300, 5_000, 3_600_000})
    void whenTheMachineDiffersFromTheDatabase_thenTheTimeIsThatOfTheDatabase(long difference) {
        compare(difference);

        assertThat(clock.clock().instant()).isEqualTo(NOON.plusMillis(difference));
        assertThat(clock.machineTime()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @ValueSource(longs = {-240, -1, 0, 1, 240})
    void whenBothAgreeNearly_thenTheTimeIsThatOfTheMachine(long difference) {
        compare(difference);

        assertThat(clock.clock().instant()).isEqualTo(NOON);
    }

    @Test
    void whenTheMachineIsSetRight_thenItIsNotCorrectedAnyMore() {
        compare(5_000);
        compare(5_100);
        assertThat(clock.clock().instant()).isEqualTo(NOON.plusMillis(5_000));
        machine.advance(Duration.ofMillis(5_100));
        compare(NOON.plusMillis(5_100));

        assertThat(clock.clock().instant()).isEqualTo(machine.instant());
    }

    @Test
    void whenTheResponseWasSlow_thenNothingIsCorrected() {
        clock.compare(NOON, NOON.plusSeconds(5), NOON.plusMillis(501));
        clock.compare(NOON, NOON.plusSeconds(5), NOON.minusMillis(1));

        assertThat(clock.clock().instant()).isEqualTo(NOON);
    }

    private void compare(long difference) {
        compare(NOON.plusMillis(difference));
    }

    private void compare(Instant database) {
        Instant now = machine.instant();
        clock.compare(now.minus(ROUND_TRIP.dividedBy(2)), database, now.plus(ROUND_TRIP.dividedBy(2)));
    }
}
