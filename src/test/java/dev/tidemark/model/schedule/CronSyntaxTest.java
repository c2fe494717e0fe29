package dev.tidemark.model.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.CronExpression;

class CronSyntaxTest {

    private static String quartz(String expression, int second) {
        return String.join(" ", CronSyntax.fields(expression, second));
    }

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
                    "0 0 12 ? * FRI#3  | 0 0 12 ? * FRI#3",
                    "0 0 12 ? * fri#3  | 0 0 12 ? * fri#3",
                    "0 0 12 ? * FRIL   | 0 0 12 ? * FRIL",
                    "0 0 12 ? * L      | 0 0 12 ? * L",
                    "0 0 12 L-3W * ?   | 0 0 12 L-3W * ?",
                    "0 0 12 L-3 * ?    | 0 0 12 L-3 * ?",
                    "0 0 12 1,15,L * ? | 0 0 12 1,15,L * ?",
                    "0 0 12 1W,15W * ? | 0 0 12 1W,15W * ?",
                    "0 /5 * * * ?      | 0 /5 * * * ?",
                    "0 0 12 ? JANUARY MONDAY | 0 0 12 ? JANUARY MONDAY",
                    "0 0 12 1 * ? 2027-2029 | 0 0 12 1 * ? 2027-2029",
                    "0 9 * * MON#1     | 0 0 9 ? * MON#1",
                    "0 9 * * 1#1       | 0 0 9 ? * MON#1",
                    "0 9 * * 7#2       | 0 0 9 ? * SUN#2",
                    "0 9 * * 5L        | 0 0 9 ? * FRIL",
                    "0 9 * * friL      | 0 0 9 ? * FRIL",
                    "0 9 * * L         | 0 0 9 ? * L",
                    "0 9 ? * monday    | 0 0 9 ? * MON",
                    "0 9 L * *         | 0 0 9 L * ?",
                    "0 9 LW * ?        | 0 0 9 LW * ?",
                    "0 9 L-3W * *      | 0 0 9 L-3W * ?",
                    "0 9 15W jan-mar * | 0 0 9 15W jan-mar ?",
                    "@hourly           | 0 0 * * * ?",
                    "@daily            | 0 0 0 * * ?",
                    "@midnight         | 0 0 0 * * ?",
                    "@weekly           | 0 0 0 ? * SUN",
                    "@Monthly          | 0 0 0 1 * ?",
                    "@yearly           | 0 0 0 1 1 ?",
                    "@annually         | 0 0 0 1 1 ?",
                })
        void whenItIsChecked_thenItIsConvertedForQuartz(String expression, String quartz) {
            assertThat(quartz(expression, 0)).isEqualTo(quartz);
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
                    "60 * * * *       | , character 1: \"60\" is invalid. For the minute, use 0 to 59.",
                    "0 24 * * *       | , character 3: \"24\" is invalid. For the hour, use 0 to 23.",
                    "0 0 32 * *       | , character 5: \"32\" is invalid. For the day of month, use 1 to 31.",
                    "0 0 * 13 *       | , character 7: \"13\" is invalid. For the month, use 1 to 12.",
                    "0 0 * * 8        | , character 9: \"8\" is invalid. For the day of week, use *, 0 to 7, SUN to SAT, a range such as MON-FRI, or a day of the month such as FRI#3 or FRIL.",
                    "0 0 * * MOO      | , character 9: \"MOO\" is invalid. For the day of week, use *, 0 to 7, SUN to SAT, a range such as MON-FRI, or a day of the month such as FRI#3 or FRIL.",
                    "0 0 1 * 1        | , character 9: \"MON\" is invalid. Use * for the day of month (now 1) or for the day of week.",
                    "0 10,20,61 * * * ? | , character 9: \"61\" is invalid. For the minute, use 0 to 59.",
                    "0 */0 * * * ?    | , character 3: \"*/0\" is invalid. For the minute, use a step from 1 to 59.",
                    "0 */60 * * * ?   | , character 3: \"*/60\" is invalid. For the minute, use a step from 1 to 59.",
                    "0 a * * * ?      | , character 3: \"a\" is invalid. For the minute, use 0 to 59.",
                    "0 0 12 ? * ?     | , character 12: \"?\" is invalid. Use * for the day of month (now ?) or for the day of week.",
                    "0 0 12 ? * 0     | , character 12: \"0\" is invalid. For the day of week, use 1 to 7.",
                    "0 0 12 ? * * 1969 | , character 14: \"1969\" is invalid. For the year, use 1970 to 2099.",
                    "0 1- * * * ?     | , character 3: \"1-\" is invalid. For the minute, use *, a number, a range such as 0-1, or a step such as */2.",
                    "0 ,1 * * * ?     | , character 3: \"\" is invalid. For the minute, use *, a number, a range such as 0-1, or a step such as */2.",
                    "0 0 30 2 *       | , character 5: \"30\" is invalid. No month of 2 has this day.",
                    "0 0 12 31 APR,jun ? | , character 8: \"31\" is invalid. No month of APR,jun has this day.",
                    "@reboot          | is unknown. Use @annually, @daily, @hourly, @midnight, @monthly, @weekly, @yearly,",
                    "@every 5m        | is unknown.",
                    "0 0 12 30W 2 ?   | , character 8: \"30W\" is invalid. No month of 2 has this day.",
                    "0 0 12 30-31 FEB ? | , character 8: \"30-31\" is invalid. No month of FEB has this day.",
                    "0 0 12 ? * FRI#6 | , character 12: \"FRI#6\" is invalid. For the day of week, use *, a number",
                    "0 0 12 ? * FOOL  | , character 12: \"FOOL\" is invalid.",
                    "0 0 12 0W * ?    | , character 8: \"0W\" is invalid.",
                    "0 0 12 L-31 * ?  | , character 8: \"L-31\" is invalid.",
                    "0 0 * * MOO#1    | , character 9: \"MOO#1\" is invalid.",
                })
        void whenItIsChecked_thenTheCharacterIsNamed(String expression, String fault) {
            assertThatThrownBy(() -> quartz(expression, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cron \"" + expression + "\"")
                    .hasMessageContaining(fault);
        }
    }

    @Nested
    class GivenAnExpressionOfQuartz {

        @ParameterizedTest
        @ValueSource(
                strings = {"0 0 22-2 * * ?", "0 0 12 LW * ?", "0 0 12 L-3 * ?", "5/20 * * * * ?", "0 0 0 ? * FRI-MON"})
        void whenItIsChecked_thenItStaysAsItIs(String expression) {
            assertThat(quartz(expression, 0)).isEqualTo(expression);
            assertThat(CronExpression.isValidExpression(expression)).isTrue();
        }
    }

    @Nested
    class GivenASecondOfTheMinute {

        @Test
        void whenThereAreFiveFields_thenItIsTheirs() {
            assertThat(quartz("0 9 * * 1/2", 7)).isEqualTo("7 0 9 ? * MON,WED,FRI");
        }

        @Test
        void whenThereAreSixFields_thenTheyHaveTheirOwn() {
            assertThat(quartz("30 0 9 * * ?", 7)).isEqualTo("30 0 9 * * ?");
        }
    }
}
