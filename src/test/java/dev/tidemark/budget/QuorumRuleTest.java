package dev.tidemark.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.budget.Verdict.Kind;
import dev.tidemark.measurement.Metric;
import dev.tidemark.measurement.Statistic;
import dev.tidemark.observation.LocationName;
import dev.tidemark.probe.Bound;
import dev.tidemark.probe.Limit;
import dev.tidemark.probe.Severity;
import dev.tidemark.probe.Terms;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuorumRuleTest {

    private static final Limit LIMIT = new Limit(
                    Metric.LCP, Statistic.MEDIAN, new Bound.Max(2500), Severity.CRITICAL, 1, 1, Optional.empty())
            .on(new Terms(OptionalInt.of(2), Optional.empty(), OptionalDouble.empty(), ""));

    private static Verdict judge(Kind... kinds) {
        Map<LocationName, Verdict> at = new LinkedHashMap<>();
        for (Kind kind : kinds) {
            double value = kind == Kind.BROKEN ? 2600 + at.size() : 2000;
            at.put(
                    new LocationName("place-" + (at.size() + 1)),
                    new Verdict(LIMIT, kind, OptionalDouble.of(value), 0, 1, "LCP " + value));
        }
        return QuorumRule.judge(LIMIT, at);
    }

    @Nested
    class GivenTwoOfThreeLocations {

        @ParameterizedTest
        @CsvSource({
            "BROKEN, BROKEN, KEPT, BROKEN",
            "BROKEN, BROKEN, BROKEN, BROKEN",
            "BROKEN, BROKEN, UNKNOWN, BROKEN",
            "BROKEN, KEPT, KEPT, KEPT",
            "BROKEN, KEPT, UNKNOWN, UNKNOWN",
            "KEPT, KEPT, UNKNOWN, KEPT",
            "KEPT, UNKNOWN, UNKNOWN, UNKNOWN",
        })
        void whenEachHasItsVerdict_thenOnlyTwoBreakIt(Kind first, Kind second, Kind third, Kind all) {
            assertThat(judge(first, second, third).kind()).isEqualTo(all);
        }

        @Test
        void whenItIsBroken_thenEachLocationIsTold() {
            Verdict verdict = judge(Kind.KEPT, Kind.BROKEN, Kind.BROKEN);

            assertThat(verdict.value()).hasValue(2601);
            assertThat(verdict.arithmetic())
                    .isEqualTo("2 of 3 locations broken (needs 2): place-1 kept (LCP 2000.0);"
                            + " place-2 broken (LCP 2601.0); place-3 broken (LCP 2602.0)");
        }
    }

    @Nested
    class GivenFewerLocationsThanTheLimitNeeds {

        @Test
        void whenTheOnlyOneKeepsIt_thenItIsUnknownForItCouldNeverBreak() {
            assertThat(judge(Kind.KEPT).kind()).isEqualTo(Kind.UNKNOWN);
        }
    }
}
