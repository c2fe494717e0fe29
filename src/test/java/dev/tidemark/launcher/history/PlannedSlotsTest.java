package dev.tidemark.launcher.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.scheduling.timetable.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher shares no class with the server, so that both calculate the planned slots: they must agree. */
class PlannedSlotsTest {

    private static final Instant START = Instant.parse("2026-03-28T00:00:00Z");
    private static final int MANY = 10_000;

    private final Random random = new Random(13);

    @ParameterizedTest
    @ValueSource(strings = {"PT10S", "PT1M", "PT5M", "PT7M11S", "PT1H", "PT12H", "P1D", "P31D", "PT12.345S"})
    void whenThePlanIsCalculated_thenItIsThatOfTheServer(String every) {
        for (int n = 0; n < 100; n++) {
            assertSame(Duration.parse(every), "probe-" + n);
        }
    }

    @Test
    void whenTheIntervalIsArbitrary_thenItIsThatOfTheServer() {
        for (int n = 0; n < 1_000; n++) {
            assertSame(Duration.ofMillis(10_000 + random.nextInt(Integer.MAX_VALUE)), "any-" + n);
        }
    }

    /** Across the change to daylight saving time, with ends on a slot and off a slot, before and after the trigger's start. */
    private void assertSame(Duration every, String probe) {
        int seed = Timetable.seed(new ProbeId(probe), LocationName.DEFAULT);
        Timetable timetable = new Timetable(new Cadence.Every(every), seed);
        Instant slot =
                timetable.next(START.plusMillis(random.nextInt(86_400_000))).orElseThrow();
        Instant since = START.minusSeconds(random.nextInt(172_800) - 86_400L);
        for (Instant from : List.of(slot, slot.minusMillis(1), slot.plusMillis(1))) {
            Instant to = from.plus(every.multipliedBy(random.nextInt(30)));
            Instant begin = from.isAfter(since) ? from : since;
            assertThat(new PlannedSlots(probe, "default", every.toMillis(), seed, since).between(from, to))
                    .as(every + " of " + probe + " from " + from + " to " + to + ", since " + since)
                    .isEqualTo(timetable.between(begin.minusMillis(1), to, MANY));
        }
    }
}
