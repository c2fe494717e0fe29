package dev.tidemark.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartz.CronExpression;

class QuartzCronTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/5 * * * *        | 7 */5 * * * ?",
                "0 9 * * 1-5        | 7 0 9 ? * 2,3,4,5,6",
                "0 9 * * 0          | 7 0 9 ? * 1",
                "0 9 * * 7          | 7 0 9 ? * 1",
                "0 9 * * 5-7        | 7 0 9 ? * 6,7,1",
                "0 9 * * 1/2        | 7 0 9 ? * 2,4,6",
                "0 9 * * MON-FRI    | 7 0 9 ? * MON-FRI",
                "0 9 1 * *          | 7 0 9 1 * ?",
                "30 0 9 * * ?       | 30 0 9 * * ?",
                "30 0 9 ? * MON 2030 | 30 0 9 ? * MON 2030",
            })
    void whenAnExpressionIsTurned_thenQuartzUnderstandsTheSameDays(String given, String expected) {
        String turned = QuartzCron.of(given, 7);

        assertThat(turned).isEqualTo(expected);
        assertThat(CronExpression.isValidExpression(turned)).isTrue();
    }
}
