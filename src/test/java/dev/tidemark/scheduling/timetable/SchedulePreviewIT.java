package dev.tidemark.scheduling.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulePreviewIT {

    private static final TestServer PRODUCT = TestServer.running();

    private static HttpResponse<String> get(String... namesAndValues) throws IOException, InterruptedException {
        StringBuilder query = new StringBuilder("/api/v1/schedule/preview");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.append(i == 0 ? '?' : '&')
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return PRODUCT.get(query.toString());
    }

    private static JsonObject preview(String... namesAndValues) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(namesAndValues);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private static List<String> items(JsonObject preview) {
        return preview.getJsonArray("items").getValuesAs(JsonString::getString);
    }

    private static String between(String cron, String from, String to) throws IOException, InterruptedException {
        return String.join(" ", items(preview("cron", cron, "zone", "Europe/Berlin", "from", from, "to", to)));
    }

    @Nested
    class GivenTheNightsInWhichTheClocksAreTurned {

        @Test
        void whenTheCadenceIsEveryQuarterOfAnHour_thenThereAreElevenStarts() throws Exception {
            assertThat(between("*/15 * * * *", "2027-10-30T23:45:00Z", "2027-10-31T02:15:00Z"))
                    .isEqualTo("2027-10-30T23:45:00Z 2027-10-31T00:00:00Z 2027-10-31T00:15:00Z 2027-10-31T00:30:00Z"
                            + " 2027-10-31T00:45:00Z 2027-10-31T01:00:00Z 2027-10-31T01:15:00Z 2027-10-31T01:30:00Z"
                            + " 2027-10-31T01:45:00Z 2027-10-31T02:00:00Z 2027-10-31T02:15:00Z");
        }

        @Test
        void whenTheDailyTimeIsSkipped_thenThereIsOneStartWithinTheHourAfterTheGap() throws Exception {
            assertThat(between("30 2 * * *", "2027-03-27T12:00:00Z", "2027-03-28T12:00:00Z"))
                    .isEqualTo("2027-03-28T01:30:00Z");
        }
    }

    @Nested
    class GivenAnInterval {

        @ParameterizedTest
        @ValueSource(strings = {"1h30m", "PT1H30M", "1.5h", "90 min", "PT1,5H"})
        void whenItIsWrittenInAnyForm_thenTheStartsAreTheSame(String every) throws Exception {
            assertThat(items(preview("every", every, "from", "2027-01-01", "to", "2027-01-01T03:00:00Z")))
                    .containsExactly("2027-01-01T00:00:00Z", "2027-01-01T01:30:00Z", "2027-01-01T03:00:00Z");
        }

        @Test
        void whenTheProbeIsGiven_thenItsOffsetIsIncluded() throws Exception {
            List<String> starts = items(
                    preview("every", "PT1H", "probe", "shop", "from", "2027-01-01", "to", "2027-01-01T02:00:00Z"));

            assertThat(starts).hasSize(2).doesNotContain("2027-01-01T00:00:00Z");
        }
    }

    @Nested
    class GivenMoreStartsThanTheBound {

        @Test
        void whenThereIsAnEnd_thenAThousandAreReturnedAndItSaysThatItIsTruncated() throws Exception {
            JsonObject preview = preview("cron", "* * * * *", "from", "2027-01-01", "to", "2027-02-01");

            assertThat(items(preview)).hasSize(1_000);
            assertThat(preview.getBoolean("truncated")).isTrue();
        }

        @Test
        void whenThereIsNoEnd_thenTheNextFiftyAreReturned() throws Exception {
            JsonObject preview = preview("cron", "@yearly");

            assertThat(items(preview)).hasSize(50);
            assertThat(items(preview("cron", "@yearly", "limit", "5"))).hasSize(5);
        }

        @Test
        void whenAllAreReturned_thenItIsNotTruncated() throws Exception {
            assertThat(preview("cron", "@daily", "from", "2027-01-01", "to", "2027-01-31")
                            .getBoolean("truncated"))
                    .isFalse();
        }
    }

    @Nested
    class GivenBadInput {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "cron  | 0 24 * * *      | /cron  | For the hour, use 0 to 23.",
                    "cron  | 0 0 12 ? * FRI#6 | /cron | is invalid",
                    "cron  | @reboot         | /cron  | is unknown",
                    "every | 5 parsecs       | /every | every: \\\"5 parsecs\\\" is not a valid duration",
                    "every | 5M              | /every | Use PT5M.",
                    "every | PT1S            | /every | PT1S",
                    "every | -5m             | /every | is negative",
                    "zone  | EST             | /zone  | America/New_York",
                    "from  | yesterday       | /from  | yesterday",
                    "to    | 2026-01-01      | /from  | must be earlier than",
                    "limit | 1001            | /limit | Use 1 to 1000.",
                    "limit | abc             | /limit | abc",
                    "probe | Not An Id       | /probe | Not An Id"
                })
        void whenAsked_thenItIsRejectedAsWhenSaved(String name, String value, String pointer, String message)
                throws Exception {
            HttpResponse<String> answer = name.equals("cron") || name.equals("every")
                    ? get(name, value)
                    : get("cron", "@hourly", "from", "2027-01-01", name, value);
            if (name.equals("from")) {
                answer = get("cron", "@hourly", name, value);
            }

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body()).contains("\"" + pointer + "\"", message);
        }

        @Test
        void whenBothOrNoneAreGiven_thenItIsRejected() throws Exception {
            assertThat(get("cron", "@hourly", "every", "5m").statusCode()).isEqualTo(422);
            assertThat(get().statusCode()).isEqualTo(422);
            assertThat(get("every", "5m", "zone", "Europe/Berlin").statusCode()).isEqualTo(422);
        }

        @Test
        void whenThereAreSeveralErrors_thenAllAreReported() throws Exception {
            assertThat(get("cron", "99 * * * *", "zone", "EST", "to", "later").body())
                    .contains("\"/cron\"", "\"/zone\"", "\"/to\"");
        }
    }
}
