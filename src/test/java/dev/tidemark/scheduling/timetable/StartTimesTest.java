package dev.tidemark.scheduling.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The offsets within an interval are spread like random ones. Everything is deterministic: the hash has no seed of its own. */
class StartTimesTest {

    private static final Instant EPOCH = Instant.EPOCH;
    private static final int PROBES = 99;

    /** The 99.9th percentile of the chi-square distribution with 9 degrees of freedom. */
    private static final double CHI_SQUARE_LIMIT = 27.9;

    enum Family {
        NUMBERED(n -> "shop-%02d".formatted(n)),
        PREFIXED(n -> "%d-api".formatted(n)),
        LETTERS(n -> "" + (char) ('a' + n / 26) + (char) ('a' + n % 26)),
        LONG(n -> "a-very-long-name-of-a-probe-of-one-tenant-" + n),
        HOSTS(n -> "www%d-example-com".formatted(n));

        private final IntFunction<String> id;

        Family(IntFunction<String> id) {
            this.id = id;
        }
    }

    @Nested
    class GivenProbesWithSimilarIdsAndEqualIntervals {

        @ParameterizedTest
        @EnumSource(Family.class)
        void whenTheyRunEveryFiveMinutes_thenTheirStartsAreSpreadUniformly(Family family) {
            assertSpread(Duration.ofMinutes(5), offsets(family, "default", Duration.ofMinutes(5)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"PT10S", "PT1M", "PT7M", "PT1H", "P1D", "P7D", "P30D"})
        void whenTheIntervalIsAnother_thenTheirStartsAreSpreadUniformly(Duration every) {
            assertSpread(every, offsets(Family.NUMBERED, "default", every));
        }
    }

    @Nested
    class GivenOneProbeAtManyLocations {

        @ParameterizedTest
        @ValueSource(strings = {"PT1M", "PT5M", "PT1H"})
        void whenItRuns_thenItsStartsAreSpreadUniformly(Duration every) {
            assertSpread(every, IntStream.range(0, PROBES).mapToLong(n -> offset("shop", "location-" + n, every)));
        }
    }

    private static LongStream offsets(Family family, String location, Duration every) {
        return IntStream.rangeClosed(1, PROBES).mapToLong(n -> offset(family.id.apply(n), location, every));
    }

    private static long offset(String probe, String location, Duration every) {
        Timetable timetable = new Timetable(new Cadence.Every(every), new ProbeId(probe), new LocationName(location));
        return timetable.next(EPOCH.minusMillis(1)).orElseThrow().toEpochMilli();
    }

    /** Chi-square over ten equal parts, and no gap longer than a tenth of the interval. */
    private static void assertSpread(Duration every, LongStream offsets) {
        long length = every.toMillis();
        long[] sorted = offsets.sorted().toArray();
        int[] tenths = new int[10];
        long longestGap = sorted[0] + length - sorted[sorted.length - 1];
        for (int n = 0; n < sorted.length; n++) {
            tenths[(int) (sorted[n] * 10 / length)]++;
            longestGap = n == 0 ? longestGap : Math.max(longestGap, sorted[n] - sorted[n - 1]);
        }
        double expected = sorted.length / 10.0;
        double chiSquare = IntStream.of(tenths)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();

        assertThat(chiSquare).isLessThan(CHI_SQUARE_LIMIT);
        assertThat(longestGap).isLessThan(length / 10);
    }
}
