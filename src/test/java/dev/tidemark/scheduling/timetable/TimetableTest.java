package dev.tidemark.scheduling.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final Instant NOON = Instant.parse("2026-03-28T12:00:00Z");

    private static Timetable timetable(Cadence cadence, String probe) {
        return new Timetable(cadence, new ProbeId(probe), LocationName.DEFAULT);
    }

    @Nested
    class GivenEveryFiveMinutes {

        private final Cadence cadence = new Cadence.Every(Duration.ofMinutes(5));

        @Test
        void whenAnHourIsPlanned_thenThereAreTwelveFiveMinutesApart() {
            List<Instant> planned = timetable(cadence, "shop").between(NOON, NOON.plusSeconds(3600), 100);

            assertThat(planned).hasSize(12);
            assertThat(Duration.between(planned.get(0), planned.get(11))).isEqualTo(Duration.ofMinutes(55));
        }

        @Test
        void whenPlannedFromAnyInstant_thenTheSlotsAreTheSame() {
            Timetable shop = timetable(cadence, "shop");
            List<Instant> whole = shop.between(NOON, NOON.plusSeconds(3600), 100);

            assertThat(shop.between(whole.get(3), NOON.plusSeconds(3600), 100)).isEqualTo(whole.subList(4, 12));
            assertThat(shop.between(whole.get(3).minusMillis(1), NOON.plusSeconds(3600), 100))
                    .isEqualTo(whole.subList(3, 12));
        }

        @Test
        void whenManyProbesShareIt_thenTheirSlotsAreSpread() {
            Set<Instant> firsts = new HashSet<>();
            IntStream.range(0, 100)
                    .forEach(n -> firsts.add(timetable(cadence, "probe-" + n)
                            .between(NOON, NOON.plusSeconds(300), 1)
                            .get(0)));

            assertThat(firsts).hasSizeGreaterThan(90);
        }

        @Test
        void whenMoreAreThereThanTheLimit_thenTheEarliestAreGiven() {
            Timetable shop = timetable(cadence, "shop");

            assertThat(shop.between(NOON, NOON.plusSeconds(36_000), 3))
                    .isEqualTo(shop.between(NOON, NOON.plusSeconds(36_000), 100).subList(0, 3));
        }
    }

    @Nested
    class GivenACronExpressionWithAZone {

        private final ZoneId berlin = ZoneId.of("Europe/Berlin");

        @Test
        void whenTheClocksGoForward_thenTheLocalHourStays() {
            Timetable daily = timetable(new Cadence.Cron("0 0 9 * * ?", berlin), "shop");

            assertThat(daily.between(NOON, NOON.plus(Duration.ofDays(2)), 10))
                    .containsExactly(Instant.parse("2026-03-29T07:00:00Z"), Instant.parse("2026-03-30T07:00:00Z"));
        }

        @Test
        void whenItHasFiveFields_thenTheSecondDependsOnTheProbe() {
            Set<Long> seconds = new HashSet<>();
            IntStream.range(0, 60)
                    .forEach(n -> seconds.add(timetable(new Cadence.Cron("*/10 * * * *", berlin), "probe-" + n)
                                    .between(NOON, NOON.plusSeconds(600), 1)
                                    .get(0)
                                    .getEpochSecond()
                            % 60));

            assertThat(seconds).hasSizeGreaterThan(10).allMatch(second -> second < 30);
        }
    }
}
