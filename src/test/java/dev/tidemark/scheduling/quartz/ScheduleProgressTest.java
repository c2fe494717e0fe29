package dev.tidemark.scheduling.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleProgressTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void whenNothingIsKnown_thenItIsNotReady() {
        assertThat(ScheduleProgress.UNKNOWN.problem(NOW)).isPresent();
        assertThat(progress(11, 1, 0).problem(NOW))
                .hasValueSatisfying(text -> assertThat(text).contains("could not be read"));
    }

    @Test
    void whenTheSchedulerDoesNotRun_thenItIsNotReady() {
        assertThat(new ScheduleProgress(NOW, Optional.empty(), Optional.empty()).problem(NOW))
                .hasValueSatisfying(text -> assertThat(text).contains("does not run"));
    }

    @Test
    void whenTheLastCheckInIs20SecondsAgo_thenItIsReady_andNotLater() {
        assertThat(progress(1, 20, 0).problem(NOW)).isEmpty();
        assertThat(progress(1, 21, 0).problem(NOW))
                .hasValueSatisfying(text -> assertThat(text).contains("last checked in at 2026-03-02T11:59:39Z"));
    }

    @Test
    void whenASlotIsOverdueBy90Seconds_thenItIsReady_andNotLater() {
        assertThat(progress(1, 1, 90).problem(NOW)).isEmpty();
        assertThat(progress(1, 1, 91).problem(NOW))
                .hasValueSatisfying(text -> assertThat(text).contains("due at 2026-03-02T11:58:29Z"));
    }

    private static ScheduleProgress progress(long checked, long checkedIn, long overdue) {
        return new ScheduleProgress(
                NOW.minusSeconds(checked),
                Optional.of(NOW.minusSeconds(checkedIn)),
                Optional.of(NOW.minusSeconds(overdue)));
    }
}
