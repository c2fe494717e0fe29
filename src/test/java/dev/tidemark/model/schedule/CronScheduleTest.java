package dev.tidemark.model.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.CronExpression;

class CronScheduleTest {

    private static List<Instant> planned(String cron, String zone, Instant from, Instant to) {
        CronSchedule schedule = new CronSchedule(cron, ZoneId.of(zone), 0);
        List<Instant> all = new ArrayList<>();
        Optional<Instant> next = schedule.after(from.minusSeconds(1));
        while (next.isPresent() && !next.get().isAfter(to)) {
            all.add(next.get());
            next = schedule.after(next.get());
        }
        return all;
    }

    /** Times of one day in UTC; {@code +} means the following day. */
    private static List<Instant> instants(LocalDate day, String times) {
        return Arrays.stream(times.split(" "))
                .filter(time -> !time.isEmpty())
                .map(time -> day.plusDays(time.startsWith("+") ? 1 : 0)
                        .atTime(LocalTime.parse(time.replace("+", "")))
                        .toInstant(ZoneOffset.UTC))
                .toList();
    }

    @Nested
    class GivenTheNightInWhichTheClocksAreTurned {

        @Test
        void whenTheCadenceIsEveryQuarterOfAnHour_thenThereAreElevenStartsFrom2345Till0215() {
            assertThat(planned(
                            "*/15 * * * *",
                            "Europe/Berlin",
                            Instant.parse("2027-10-30T23:45:00Z"),
                            Instant.parse("2027-10-31T02:15:00Z")))
                    .hasSize(11)
                    .startsWith(Instant.parse("2027-10-30T23:45:00Z"))
                    .containsAll(instants(LocalDate.of(2027, 10, 31), "00:00 00:15 00:30 00:45"))
                    .endsWith(Instant.parse("2027-10-31T02:15:00Z"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    // a fixed time that is skipped: as much later as the clock is turned
                    "30 2 * * *        | Europe/Berlin       | 2027-03-28 | 00:00 | 06:00 | 01:30",
                    "0 2 * * *         | Europe/Berlin       | 2027-03-28 | 00:00 | 06:00 | 01:00",
                    "59 59 2 * * ?     | Europe/Berlin       | 2027-03-28 | 00:00 | 06:00 | 01:59:59",
                    "30 2 * * SUN      | America/New_York    | 2027-03-14 | 05:00 | 12:00 | 07:30",
                    "30 1 * * *        | Europe/London       | 2027-03-28 | 00:00 | 06:00 | 01:30",
                    "15 2 * * *        | Australia/Lord_Howe | 2027-10-02 | 12:00 | 20:00 | 15:45",
                    "0 0 * * *         | America/Sao_Paulo   | 2018-11-04 | 00:00 | 12:00 | 03:00",
                    "0 0 * * *         | Asia/Beirut         | 2025-03-29 | 20:00 | +04:00 | 22:00",
                    "30 0 * * FRI      | Africa/Cairo        | 2027-04-29 | 20:00 | +04:00 | 22:30",
                    "0 0 1 * *         | America/Asuncion    | 2017-10-01 | 00:00 | 12:00 | 04:00",
                    "*/15 2 * * *      | Europe/Berlin       | 2027-03-28 | 00:00 | 06:00 | 01:00 01:15 01:30 01:45",
                    "0 1-4 * * *       | Europe/Berlin       | 2027-03-28 | 00:00 | 06:00 | 00:00 01:00 02:00",
                    "30 1,2,4 * * *    | Europe/Berlin       | 2027-03-28 | 00:00 | 06:00 | 00:30 01:30 02:30",
                    "0 30 2 28 3 ? 2027 | Europe/Berlin      | 2027-03-28 | 00:00 | 06:00 | 01:30",
                    // a fixed time that occurs twice: the first
                    "30 2 * * *        | Europe/Berlin       | 2027-10-31 | 00:00 | 06:00 | 00:30",
                    "0 3 * * *         | Europe/Berlin       | 2027-10-31 | 00:00 | 06:00 | 02:00",
                    "30 1 * * *        | America/New_York    | 2027-11-07 | 00:00 | 12:00 | 05:30",
                    "45 1 * * *        | Australia/Lord_Howe | 2027-04-03 | 12:00 | 20:00 | 14:45",
                    "30 23 * * *       | Asia/Beirut         | 2025-10-25 | 12:00 | +04:00 | 20:30",
                    "30 23 * * SAT     | America/Sao_Paulo   | 2018-02-18 | 00:00 | 12:00 | 01:30",
                    "*/15 2 * * *      | Europe/Berlin       | 2027-10-31 | 00:00 | 06:00 | 00:00 00:15 00:30 00:45",
                    "0 1-4 * * *       | Europe/Berlin       | 2027-10-30 | 23:00 | +06:00 | 23:00 +00:00 +02:00 +03:00",
                    "30 1,2,3 * * *    | Europe/Berlin       | 2027-10-30 | 23:00 | +06:00 | 23:30 +00:30 +02:30",
                    // a rate: elapsed time
                    "0 * * * *         | Europe/Berlin       | 2027-10-31 | 00:00 | 03:00 | 00:00 01:00 02:00 03:00",
                    "0 0-23 * * *      | Europe/Berlin       | 2027-10-31 | 00:00 | 03:00 | 00:00 01:00 02:00 03:00",
                    "@hourly           | Europe/Berlin       | 2027-10-31 | 00:00 | 03:00 | 00:00 01:00 02:00 03:00",
                    "0 0 0/1 * * ?     | Europe/Berlin       | 2027-10-31 | 00:00 | 03:00 | 00:00 01:00 02:00 03:00",
                    "0 * * * *         | Europe/Berlin       | 2027-03-28 | 00:00 | 03:00 | 00:00 01:00 02:00 03:00",
                    "0 */2 * * *       | Europe/Berlin       | 2027-10-30 | 22:00 | +04:00 | 22:00 +00:00 +01:00 +03:00",
                    "0 */2 * * *       | Europe/Berlin       | 2027-03-27 | 23:00 | +04:00 | 23:00 +01:00 +02:00 +04:00",
                    "0 1/2 * * *       | Europe/Berlin       | 2027-10-30 | 23:00 | +04:00 | 23:00 +01:00 +02:00 +04:00",
                    "0 * * * *         | Australia/Lord_Howe | 2027-10-02 | 13:30 | 17:00 | 13:30 14:30 15:30 16:00 17:00",
                    "0 * * * *         | Australia/Lord_Howe | 2027-04-03 | 13:00 | 17:00 | 13:00 14:00 15:00 15:30 16:30",
                    "*/30 * * * *      | Australia/Lord_Howe | 2027-04-03 | 14:00 | 16:00 | 14:00 14:30 15:00 15:30 16:00",
                    "0 * * * SUN       | America/Sao_Paulo   | 2018-02-18 | 01:00 | 05:00 | 03:00 04:00 05:00",
                    // zones that changed their offset for other reasons
                    "0 * * * *         | Asia/Pyongyang      | 2018-05-04 | 13:30 | 16:30 | 13:30 14:30 15:00 16:00",
                    "45 23 * * *       | Asia/Pyongyang      | 2018-05-04 | 12:00 | +12:00 | 15:15",
                    "45 2 * * *        | America/Caracas     | 2016-05-01 | 00:00 | 12:00 | 07:15",
                })
        void whenPlanned_thenNoTimeIsLost(
                String cron, String zone, LocalDate day, String from, String to, String expected) {
            assertThat(planned(
                            cron,
                            zone,
                            instants(day, from).get(0),
                            instants(day, to).get(0)))
                    .containsExactlyElementsOf(instants(day, expected));
        }

        @Test
        void whenADayIsLeftOut_thenItsTimeIsThatOfTheNextDay() {
            Instant from = Instant.parse("2011-12-29T00:00:00Z");

            assertThat(planned("0 12 * * *", "Pacific/Apia", from, from.plus(Duration.ofDays(3))))
                    .containsExactly(
                            Instant.parse("2011-12-29T22:00:00Z"),
                            Instant.parse("2011-12-30T22:00:00Z"),
                            Instant.parse("2011-12-31T22:00:00Z"));
        }
    }

    @Nested
    class GivenAYear {

        private static final List<String> ZONES = List.of(
                "UTC",
                "Europe/Berlin",
                "Europe/London",
                "Europe/Dublin",
                "America/New_York",
                "America/St_Johns",
                "America/Sao_Paulo",
                "America/Santiago",
                "America/Havana",
                "America/Nuuk",
                "Africa/Cairo",
                "Africa/Casablanca",
                "Asia/Beirut",
                "Asia/Kathmandu",
                "Asia/Kolkata",
                "Asia/Jerusalem",
                "Asia/Tehran",
                "Australia/Lord_Howe",
                "Australia/Sydney",
                "Pacific/Auckland",
                "Pacific/Chatham",
                "Pacific/Apia",
                "America/Asuncion",
                "Antarctica/Troll");

        private static final Duration QUARTER = Duration.ofMinutes(15);

        static Stream<Arguments> zonesAndYears() {
            return ZONES.stream().flatMap(zone -> Stream.of(2010, 2018, 2027).map(year -> Arguments.of(zone, year)));
        }

        private static Instant start(int year) {
            return Instant.parse(year + "-01-01T00:00:00Z");
        }

        @ParameterizedTest
        @MethodSource("zonesAndYears")
        void whenTheCadenceIsEveryQuarterOfAnHour_thenEachStepIsAQuarterOfAnHour(String zone, int year) {
            List<Instant> all = planned("*/15 * * * *", zone, start(year), start(year + 1));

            assertThat(all)
                    .hasSize(
                            (int) Duration.between(start(year), start(year + 1)).dividedBy(QUARTER) + 1);
            for (int i = 1; i < all.size(); i++) {
                assertThat(Duration.between(all.get(i - 1), all.get(i))).isEqualTo(QUARTER);
            }
        }

        @ParameterizedTest
        @MethodSource("zonesAndYears")
        void whenTheCadenceIsHourly_thenNoHourIsWithoutAStart(String zone, int year) {
            for (String cron : List.of("7 * * * *", "0 */1 * * *", "30 0-23 * * *")) {
                List<Instant> all = planned(cron, zone, start(year), start(year + 1));
                for (int i = 1; i < all.size(); i++) {
                    assertThat(Duration.between(all.get(i - 1), all.get(i))).isLessThanOrEqualTo(Duration.ofHours(1));
                }
            }
        }

        @ParameterizedTest
        @MethodSource("zonesAndYears")
        void whenTheTimeIsDaily_thenEachDateHasOneStart(String zone, int year) {
            ZoneId id = ZoneId.of(zone);
            for (String time :
                    List.of("00:00", "00:30", "01:00", "01:45", "02:00", "02:15", "02:59", "03:00", "12:00", "23:30")) {
                LocalTime at = LocalTime.parse(time);
                String cron = at.getMinute() + " " + at.getHour() + " * * *";
                List<Instant> oneForEachDate = LocalDate.of(year - 1, 12, 30)
                        .datesUntil(LocalDate.of(year + 1, 1, 3))
                        .map(date -> date.atTime(at).atZone(id).toInstant())
                        .filter(one -> !one.isBefore(start(year)) && !one.isAfter(start(year + 1)))
                        .distinct()
                        .toList();

                assertThat(planned(cron, zone, start(year), start(year + 1))).isEqualTo(oneForEachDate);
            }
        }

        @ParameterizedTest
        @MethodSource("zonesAndYears")
        void whenAskedFromAnyInstant_thenTheNextIsTheSame(String zone, int year) {
            for (String cron : List.of("*/20 * * * *", "20 0-3 * * *", "0 */3 * * *", "10 2 * * *")) {
                CronSchedule schedule = new CronSchedule(cron, ZoneId.of(zone), 0);
                List<Instant> all = planned(cron, zone, start(year), start(year + 1));
                Function<Instant, Optional<Instant>> expected =
                        at -> all.stream().filter(one -> one.isAfter(at)).findFirst();
                ZoneId.of(zone).getRules().getTransitions().stream()
                        .map(change -> change.getInstant())
                        .filter(at -> at.isAfter(start(year))
                                && at.isBefore(start(year).plus(Duration.ofDays(360))))
                        .flatMap(at -> Stream.iterate(at.minusSeconds(7_200), one -> one.plusMillis(299_500))
                                .limit(60))
                        .forEach(at -> assertThat(schedule.after(at)).isEqualTo(expected.apply(at)));
            }
        }
    }

    @Nested
    class GivenDays {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "0 0 12 ? * FRI#3      | 2027-01-15 2027-02-19 2027-03-19",
                    "0 12 * * MON#1        | 2027-01-04 2027-02-01 2027-03-01",
                    "0 12 * * FRI#5        | 2027-01-29 2027-04-30 2027-07-30",
                    "0 0 12 ? * FRIL       | 2027-01-29 2027-02-26 2027-03-26",
                    "0 0 12 L * ?          | 2027-01-31 2027-02-28 2027-03-31",
                    "0 0 12 L-3 * ?        | 2027-01-28 2027-02-25 2027-03-28",
                    "0 0 12 L-3W * ?       | 2027-01-28 2027-02-25 2027-03-29",
                    "0 0 12 LW * ?         | 2027-01-29 2027-02-26 2027-03-31",
                    "0 0 12 15W * ?        | 2027-01-15 2027-02-15 2027-03-15",
                    "0 0 12 1W * ?         | 2027-01-01 2027-02-01 2027-03-01",
                    "0 0 12 1W MAY ?       | 2027-05-03 2028-05-01 2029-05-01",
                    "0 0 12 31W * ?        | 2027-01-29 2027-03-31 2027-05-31",
                    "0 0 12 L-30 * ?       | 2027-01-01 2027-03-01 2027-05-01",
                    "0 0 12 29 2 ?         | 2028-02-29 2032-02-29 2036-02-29",
                    "0 0 12 ? FEB FRI#5    | 2036-02-29 2064-02-29 2092-02-29",
                    "0 0 12 1 1 ? 2030/3   | 2030-01-01 2033-01-01 2036-01-01",
                    "0 0 12 30-2 JAN,MAR ? | 2027-01-01 2027-01-02 2027-01-30",
                    "0 12 * * 6-0          | 2027-01-02 2027-01-03 2027-01-09",
                    "0 0 12 ? * MON-FRI/2  | 2027-01-01 2027-01-04 2027-01-06",
                    "0 0 12 ? NOV-JAN 2#1  | 2027-01-04 2027-11-01 2027-12-06",
                    "0 0 12 1,LW * ?       | 2027-01-01 2027-01-29 2027-02-01",
                })
        void whenPlanned_thenTheseAreTheFirstThree(String cron, String expected) {
            CronSchedule schedule = new CronSchedule(cron, ZoneId.of("UTC"), 0);
            Instant first =
                    schedule.after(Instant.parse("2026-12-31T23:00:00Z")).orElseThrow();
            Instant second = schedule.after(first).orElseThrow();

            assertThat(Stream.of(first, second, schedule.after(second).orElseThrow())
                            .map(one -> one.toString().replace("T12:00:00Z", "")))
                    .containsExactly(expected.split(" "));
        }

        @Test
        void whenSeveralHoursAreAskedOfAWeekday_thenNoneIsLeftOut() {
            assertThat(planned(
                            "0 0 9,18 15W * ?",
                            "UTC",
                            Instant.parse("2027-01-01T10:00:00Z"),
                            Instant.parse("2027-02-01T00:00:00Z")))
                    .containsExactlyElementsOf(instants(LocalDate.of(2027, 1, 15), "09:00 18:00"));
        }

        @Test
        void whenTheYearsAreOver_thenThereIsNone() {
            assertThat(new CronSchedule("0 0 12 * * ? 2020", ZoneId.of("Europe/Berlin"), 0)
                            .after(Instant.parse("2026-01-01T00:00:00Z")))
                    .isEmpty();
            assertThat(new CronSchedule("@yearly", ZoneId.of("Europe/Berlin"), 0)
                            .after(Instant.parse("2099-02-01T00:00:00Z")))
                    .isEmpty();
        }
    }

    @Nested
    class GivenAZoneWithoutClockChanges {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "*/7 * * * * ?",
                    "0 */10 * * * ?",
                    "0 0/15 8-18 ? * MON-FRI",
                    "5/20 3 4 * * ?",
                    "0 0 22-2 * * ?",
                    "0 0 0 ? * FRI-MON",
                    "0 0 12 ? * FRI#3",
                    "0 0 12 ? * FRIL",
                    "0 0 12 ? * 6L",
                    "0 0 12 ? * L",
                    "0 0 12 L-3W * ?",
                    "0 0 12 L-3 * ?",
                    "0 0 12 LW * ?",
                    "0 0 12 15W * ?",
                    "0 0 12 1,15,L * ?",
                    "0 0 12 29 2 ?",
                    "0 0 12 */3 2-11/3 ?",
                    "0 15 10 ? * 6L 2027-2031",
                    "0 0 /6 * * ?",
                    "0 30 10-13 ? * WED,FRI"
                })
        void whenItIsAnExpressionOfQuartz_thenTheInstantsAreThoseOfQuartz(String cron) throws ParseException {
            CronExpression quartz = new CronExpression(cron);
            quartz.setTimeZone(TimeZone.getTimeZone("UTC"));
            CronSchedule schedule = new CronSchedule(cron, ZoneOffset.UTC, 0);
            Instant last = Instant.parse("2027-01-01T00:00:00Z");
            for (int n = 0; n < 12; n++) {
                Optional<Instant> next = schedule.after(last);
                assertThat(next)
                        .isEqualTo(Optional.ofNullable(quartz.getNextValidTimeAfter(Date.from(last)))
                                .map(Date::toInstant));
                last = next.orElseThrow();
            }
        }
    }
}
