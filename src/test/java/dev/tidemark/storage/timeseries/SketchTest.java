package dev.tidemark.storage.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Quantile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchTest {
    private final Random random = new Random(42);

    @Nested
    class GivenAYearOfDaysWith288LoadTimes {
        private final List<byte[]> days = new ArrayList<>();
        private final double[] all = new double[365 * 288];

        {
            for (int day = 0; day < 365; day++) {
                double[] values = new double[288];
                Arrays.setAll(values, i -> 1_800 * Math.exp(0.3 * random.nextGaussian()));
                System.arraycopy(values, 0, all, day * 288, 288);
                days.add(Sketch.of(values));
            }
            Arrays.sort(all);
        }

        @ParameterizedTest
        @ValueSource(doubles = {0.25, 0.5, 0.75, 0.9, 0.95, 0.99})
        void whenTheyAreMerged_thenAQuantileIsWithinHalfAPerCentOfRanks(double fraction) {
            double found = Sketch.quantile(Sketch.merge(days), fraction);

            assertThat(found).isBetween(Quantile.of(all, fraction - 0.005), Quantile.of(all, fraction + 0.005));
        }

        @Test
        void whenADayIsStored_thenItIsSmallerThanItsValues() {
            assertThat(days.get(0).length).isLessThan(288 * Double.BYTES / 2);
        }
    }

    @Nested
    class GivenDaysOfFewRuns {
        @Test
        void whenTheyAreMerged_thenQuantilesAreExact() {
            double[] one = {4, 1, 3};
            double[] other = {2, 5};

            byte[] merged = Sketch.merge(List.of(Sketch.of(one), Sketch.of(other)));

            assertThat(Sketch.quantile(merged, 0.75)).isEqualTo(4);
            assertThat(Sketch.quantile(merged, 0.1)).isEqualTo(1.4, Offset.offset(1e-12));
        }
    }

    @Nested
    class GivenAFullDayAndAnEmptierOne {
        @Test
        void whenTheyAreMerged_thenTheFewValuesCountAsMuchAsEachOther() {
            double[] low = new double[Sketch.EXACT + 36];
            Arrays.fill(low, 10);
            double[] high = new double[50];
            Arrays.fill(high, 20);

            byte[] merged = Sketch.merge(List.of(Sketch.of(low), Sketch.of(high)));

            assertThat(Sketch.quantile(merged, 0.5)).isEqualTo(10);
            assertThat(Sketch.quantile(merged, 0.8)).isEqualTo(20);
        }
    }
}
