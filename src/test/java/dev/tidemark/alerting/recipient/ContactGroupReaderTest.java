package dev.tidemark.alerting.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.ValidationErrors;
import jakarta.json.Json;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ContactGroupReaderTest {

    private static ContactGroup list(String keys) {
        return RecipientFixture.list("team", "{\"members\": [\"a@shop.example\"]" + keys + "}");
    }

    private static List<String> faults(String keys) {
        ValidationErrors faults = new ValidationErrors();
        assertThat(new ContactGroupReader(faults)
                        .json("{\"members\": [\"a@shop.example\"]" + keys + "}", Optional.of("team")))
                .isEmpty();
        return faults.all().stream().map(fault -> fault.detail().toString()).toList();
    }

    @Nested
    class GivenAListThatAsksForADigest {

        @Test
        void whenNothingElseIsSet_thenItIsMondayAtEightUtc() {
            assertThat(list(", \"digest\": \"weekly\"").digest())
                    .hasValue(new DigestSchedule(Optional.of(DayOfWeek.MONDAY), LocalTime.of(8, 0), ZoneId.of("UTC")));
            assertThat(list(", \"digest\": \"daily\"").digest())
                    .hasValue(new DigestSchedule(Optional.empty(), LocalTime.of(8, 0), ZoneId.of("UTC")));
        }

        @Test
        void whenThereAreQuietHours_thenTheirZoneIsTheDigestsToo() {
            String quiet = ", \"quiet\": {\"start\": \"22:00\", \"length\": \"PT9H\", \"zone\": \"Europe/Berlin\"}";

            assertThat(list(quiet + ", \"digest\": \"daily\"")
                            .digest()
                            .orElseThrow()
                            .zone())
                    .isEqualTo(ZoneId.of("Europe/Berlin"));
            assertThat(list(quiet + ", \"digest\": \"daily\", \"digestZone\": \"Asia/Tokyo\"")
                            .digest()
                            .orElseThrow()
                            .zone())
                    .isEqualTo(ZoneId.of("Asia/Tokyo"));
        }

        @Test
        void whenItIsWrittenAndReadAgain_thenItIsTheSame() {
            ContactGroup list = list(", \"digest\": \"weekly\", \"digestAt\": \"06:30\", \"digestOn\": \"fri\","
                    + " \"digestZone\": \"Europe/Berlin\"");
            String written = Json.createObjectBuilder(ContactGroupWriter.fields(list))
                    .build()
                    .toString();

            assertThat(written).contains("\"digestAt\":\"06:30\"", "\"digestOn\":\"friday\"");
            assertThat(RecipientFixture.list("team", written)).isEqualTo(list);
        }
    }

    @Nested
    class GivenErrors {

        @Test
        void whenThereAreSeveral_thenAllErrorsAreReported() {
            assertThat(faults(", \"digest\": \"monthly\", \"digestAt\": \"8 o'clock\", \"digestOn\": \"moonday\","
                            + " \"digestZone\": \"Berlin\", \"remindEvery\": \"often\""))
                    .hasSize(5)
                    .contains(
                            "Unknown digest \"monthly\". Valid values: daily, weekly.",
                            "digestAt \"8 o'clock\" is not a valid time of day. Use a time such as 08:00.",
                            "Unknown weekday \"moonday\". Use a name such as monday.");
        }

        @Test
        void whenATimeIsGivenWithoutADigest_thenThatIsReported() {
            assertThat(faults(", \"digestAt\": \"08:00\""))
                    .containsExactly("digestAt needs a digest. Set digest to daily or weekly.");
        }

        @Test
        void whenADailyOneNamesAWeekday_thenThatIsReported() {
            assertThat(faults(", \"digest\": \"daily\", \"digestOn\": \"friday\""))
                    .containsExactly("digestOn can only be combined with digest: weekly. Remove it.");
        }
    }
}
