package dev.tidemark.model.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.CronExpression;

class CronSyntaxTest {

    @Nested
    class GivenAGoodExpression {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "*/5 * * * *       | 0 */5 * * * ?",
                    "30 7 * * 1-5      | 0 30 7 ? * MON,TUE,WED,THU,FRI",
                    "0 0 * * 0         | 0 0 0 ? * SUN",
                    "0 0 * * 7         | 0 0 0 ? * SUN",
                    "0 0 * * 5-7       | 0 0 0 ? * SUN,FRI,SAT",
                    "0 0 * * */2       | 0 0 0 ? * SUN,TUE,THU,SAT",
                    "0 0 * * sat-mon   | 0 0 0 ? * SUN,MON,SAT",
                    "0 0 1,15 * *      | 0 0 0 1,15 * ?",
                    "0 0 1 JAN-MAR *   | 0 0 0 1 JAN-MAR ?",
                    "0 */10 * * * ?    | 0 */10 * * * ?",
                    "0 0 29 2 *        | 0 0 0 29 2 ?",
                    "0 0 31 1,2 *      | 0 0 0 31 1,2 ?",
                    "0 0 12 * * *      | 0 0 12 * * ?",
                    "0 0 12 ? * WED    | 0 0 12 ? * WED",
                    "0 0 12 * * WED    | 0 0 12 ? * WED",
                    "0 0 12 L * ?      | 0 0 12 L * ?",
                    "0 0 12 15W * ?    | 0 0 12 15W * ?",
                    "0 0 12 ? * 6#3    | 0 0 12 ? * 6#3",
                    "0 0 12 ? * 6L     | 0 0 12 ? * 6L",
                    "0 0/15 8-18 ? * * 2030 | 0 0/15 8-18 ? * * 2030",
                })
        void whenItIsChecked_thenQuartzTakesItsForm(String expression, String quartz) {
            assertThat(CronSyntax.quartz(expression, 0)).isEqualTo(quartz);
            assertThat(CronExpression.isValidExpression(quartz)).isTrue();
        }
    }

    @Nested
    class GivenABadExpression {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "* * * *          | has 4 fields",
                    "60 * * * *       | at character 1: \"60\" must be 0 to 59 (minute)",
                    "0 24 * * *       | at character 3: \"24\" must be 0 to 23 (hour)",
                    "0 0 32 * *       | at character 5: \"32\" must be 1 to 31 (day of month)",
                    "0 0 * 13 *       | at character 7: \"13\" must be 1 to 12 (month)",
                    "0 0 * * 8        | at character 9: \"8\" is no weekday",
                    "0 0 * * MOO      | at character 9: \"MOO\" is no weekday",
                    "0 0 1 * 1        | at character 9: \"MON\" cannot be given beside day of month 1",
                    "0 10,20,61 * * * ? | at character 9: \"61\" must be 0 to 59 (minute)",
                    "0 */0 * * * ?    | at character 3: \"*/0\" has a step that must be 1 to 59 (minute)",
                    "0 */60 * * * ?   | at character 3: \"*/60\" has a step that must be 1 to 59 (minute)",
                    "0 a * * * ?      | at character 3: \"a\" must be 0 to 59 (minute)",
                    "0 0 12 ? * ?     | cannot be given beside day of month ?",
                    "0 0 12 ? * 0     | at character 12: \"0\" must be 1 to 7 (day of week)",
                    "0 0 12 ? * * 1969 | at character 14: \"1969\" must be 1970 to 2099 (year)",
                    "0 1- * * * ?     | at character 3: \"1-\" is no minute",
                    "0 ,1 * * * ?     | at character 3: \"\" is no minute",
                    "0 0 30 2 *       | at character 5: \"30\" never comes in month 2",
                    "0 0 12 31 APR,jun ? | at character 8: \"31\" never comes in month APR,jun",
                    "@daily           | has 1 fields",
                })
        void whenItIsChecked_thenTheCharacterIsNamed(String expression, String fault) {
            assertThatThrownBy(() -> CronSyntax.quartz(expression, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cron \"" + expression + "\"")
                    .hasMessageContaining(fault);
        }
    }

    @Nested
    class GivenWhatQuartzAlsoTakes {

        @ParameterizedTest
        @ValueSource(
                strings = {"0 0 22-2 * * ?", "0 0 12 LW * ?", "0 0 12 L-3 * ?", "5/20 * * * * ?", "0 0 0 ? * FRI-MON"})
        void whenItIsChecked_thenItStaysAsItIs(String expression) {
            assertThat(CronSyntax.quartz(expression, 0)).isEqualTo(expression);
            assertThat(CronExpression.isValidExpression(expression)).isTrue();
        }
    }

    @Nested
    class GivenASecondOfTheMinute {

        @Test
        void whenThereAreFiveFields_thenItIsTheirs() {
            assertThat(CronSyntax.quartz("0 9 * * 1/2", 7)).isEqualTo("7 0 9 ? * MON,WED,FRI");
        }

        @Test
        void whenThereAreSixFields_thenTheyHaveTheirOwn() {
            assertThat(CronSyntax.quartz("30 0 9 * * ?", 7)).isEqualTo("30 0 9 * * ?");
        }
    }
}
