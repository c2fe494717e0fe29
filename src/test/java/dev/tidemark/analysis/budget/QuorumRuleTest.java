package dev.tidemark.analysis.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.analysis.budget.Verdict.VerdictKind;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.LimitScope;
import dev.tidemark.model.probe.Severity;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.platform.i18n.LocalizedMessage;
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
            .withScope(new LimitScope(OptionalInt.of(2), Optional.empty(), OptionalDouble.empty(), ""));

    private static Verdict judge(VerdictKind... kinds) {
        Map<LocationName, Verdict> at = new LinkedHashMap<>();
        for (VerdictKind kind : kinds) {
            double value = kind == VerdictKind.FAIL ? 2600 + at.size() : 2000;
            at.put(
                    new LocationName("place-" + (at.size() + 1)),
                    new Verdict(
                            LIMIT, kind, OptionalDouble.of(value), 0, 1, LocalizedMessage.verbatim("LCP " + value)));
        }
        return QuorumRule.evaluate(LIMIT, at);
    }

    @Nested
    class GivenTwoOfThreeLocations {

        @ParameterizedTest
        @CsvSource({
            "FAIL, FAIL, PASS, FAIL",
            "FAIL, FAIL, FAIL, FAIL",
            "FAIL, FAIL, UNKNOWN, FAIL",
            "FAIL, PASS, PASS, PASS",
            "FAIL, PASS, UNKNOWN, UNKNOWN",
            "PASS, PASS, UNKNOWN, PASS",
            "PASS, UNKNOWN, UNKNOWN, UNKNOWN",
        })
        void whenEachHasItsVerdict_thenTwoFailuresAreNeeded(
                VerdictKind first, VerdictKind second, VerdictKind third, VerdictKind all) {
            assertThat(judge(first, second, third).kind()).isEqualTo(all);
        }

        @Test
        void whenItFails_thenEachLocationIsListed() {
            Verdict verdict = judge(VerdictKind.PASS, VerdictKind.FAIL, VerdictKind.FAIL);

            assertThat(verdict.value()).hasValue(2601);
            assertThat(verdict.calculation().toString())
                    .isEqualTo("2 of 3 locations over budget, 2 required: place-1 within budget (LCP 2000.0);"
                            + " place-2 over budget (LCP 2601.0); place-3 over budget (LCP 2602.0)");
        }
    }

    @Nested
    class GivenFewerLocationsThanTheLimitNeeds {

        @Test
        void whenTheOnlyOnePasses_thenItIsUnknown() {
            assertThat(judge(VerdictKind.PASS).kind()).isEqualTo(VerdictKind.UNKNOWN);
        }
    }
}
