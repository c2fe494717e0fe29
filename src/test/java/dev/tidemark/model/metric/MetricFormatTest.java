package dev.tidemark.model.metric;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MetricFormatTest {

    @Nested
    class GivenTheCasesThatTheScriptFormatsToo {

        static Stream<JsonObject> values() {
            return FormatCases.all().stream().filter(one -> !one.containsKey("limit"));
        }

        static Stream<JsonObject> valuesWithLimits() {
            return FormatCases.all().stream().filter(one -> one.containsKey("limit"));
        }

        @ParameterizedTest
        @MethodSource("values")
        void whenAValueIsFormatted_thenItHasTheStandardForm(JsonObject one) {
            double value = one.getJsonNumber("value").doubleValue();

            assertThat(MetricFormat.of(metric(one), value)).isEqualTo(one.getString("text"));
        }

        @ParameterizedTest
        @MethodSource("valuesWithLimits")
        void whenAValueIsFormattedBesideItsLimit_thenTheyReadTheSameOnlyIfTheyAre(JsonObject one) {
            double value = one.getJsonNumber("value").doubleValue();
            double limit = one.getJsonNumber("limit").doubleValue();

            assertThat(MetricFormat.against(metric(one), value, limit)).isEqualTo(one.getString("text"));
            assertThat(MetricFormat.limit(metric(one), limit)).isEqualTo(one.getString("limitText"));
        }

        private static Metric metric(JsonObject one) {
            String unit = one.getString("unit");
            return unit.equals("score")
                    ? Metric.SCORE
                    : switch (Unit.valueOf(unit.toUpperCase(Locale.ROOT))) {
                        case MILLISECONDS -> Metric.LCP;
                        case BYTES -> Metric.BYTES;
                        case COUNT -> Metric.REQUESTS;
                        case PERCENT -> Metric.UPTIME;
                        case RATIO -> Metric.CLS;
                    };
        }
    }

    @Nested
    class GivenAnExactValue {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "LCP | 1834.24 | 1,834.2 ms",
                    "BYTES | 1536 | 1,536 B",
                    "CLS | 0.10512 | 0.1051",
                    "SCORE | 0.93 | 93",
                    "UPTIME | 98.815 | 98.82 %",
                    "REQUESTS | 64 | 64"
                })
        void whenItIsFormatted_thenItKeepsTheUnitOfTheMetric(String metric, double value, String text) {
            assertThat(MetricFormat.exact(Metric.of(metric), value)).isEqualTo(text);
        }
    }

    @Nested
    class GivenADifference {

        @ParameterizedTest
        @CsvSource({
            "LCP, 210, +210 ms",
            "LCP, -1204, −1.20 s",
            "LCP, 0.4, ±0",
            "LCP, 0, ±0",
            "CLS, -0.03, −0.03",
            "BYTES, 1536, +1.54 kB",
            "STEP:2:SCORE, 0.07, +7"
        })
        void whenItIsFormatted_thenItHasASign(String metric, double difference, String text) {
            assertThat(MetricFormat.difference(Metric.of(metric), difference)).isEqualTo(text);
        }

        @ParameterizedTest
        @CsvSource({
            "1000, 1140, +14 %",
            "1000, 920, −8 %",
            "1000, 1004, ±0 %",
            "1000, 1000, ±0 %",
            "100, 1000, +900 %",
            "100, 1001, ×10",
            "100, 1200, ×12",
            "1, 12345, '×12,345'",
            "1000, 10, −99 %",
            "0, 0, ±0 %",
            "0, 5, ''"
        })
        void whenItIsRelative_thenItIsAPercentageOrBeyondTenTimesAFactor(double before, double after, String text) {
            assertThat(MetricFormat.relativeChange(before, after)).isEqualTo(text);
        }

        @Test
        void whenItIsAFactor_thenItHasADecimalBelowTen() {
            assertThat(MetricFormat.factor(2.34)).isEqualTo("2.3");
            assertThat(MetricFormat.factor(9.94)).isEqualTo("9.9");
            assertThat(MetricFormat.factor(9.96)).isEqualTo("10");
            assertThat(MetricFormat.factor(12.4)).isEqualTo("12");
        }
    }
}
