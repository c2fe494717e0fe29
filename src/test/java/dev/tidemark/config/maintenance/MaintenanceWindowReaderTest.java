package dev.tidemark.config.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.result.ProbeId;
import jakarta.json.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaintenanceWindowReaderTest {

    private static final ProbeId SHOP = new ProbeId("shop");

    private final ValidationErrors faults = new ValidationErrors();

    private Optional<MaintenanceWindow> read(String json) {
        return new MaintenanceWindowReader(faults).json(json, Optional.empty());
    }

    @Nested
    class GivenAGoodWindow {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"id\": \"move\", \"from\": \"2026-03-02T10:00:00Z\", \"until\": \"2026-03-02T12:00:00Z\"}",
                    "{\"id\": \"night\", \"start\": \"02:00\", \"length\": \"PT2H\", \"zone\": \"Europe/Berlin\","
                            + " \"weekdays\": [\"MON\", \"sunday\"], \"probes\": [\"shop\"]}",
                    "{\"id\": \"first\", \"name\": \"Patch day\", \"cron\": \"0 3 1 * *\", \"length\": \"PT1H\","
                            + " \"tags\": [\"shop\"]}"
                })
        void whenItIsWrittenAndReadAgain_thenItIsTheSame(String json) {
            MaintenanceWindow window = read(json).orElseThrow();
            String written = Json.createObjectBuilder(MaintenanceWindowWriter.fields(window))
                    .build()
                    .toString();

            assertThat(read(written)).contains(window);
            assertThat(faults.all()).isEmpty();
        }

        @Test
        void whenItNamesProbesOrTags_thenOnlyThoseAreCovered() {
            WindowScope scope = read("{\"id\": \"x\", \"probes\": [\"shop\"], \"tags\": [\"eu\"],"
                            + " \"from\": \"2026-03-02T10:00:00Z\", \"until\": \"2026-03-02T12:00:00Z\"}")
                    .orElseThrow()
                    .scope();

            assertThat(scope.covers(SHOP, List.of())).isTrue();
            assertThat(scope.covers(new ProbeId("blog"), List.of("eu", "us"))).isTrue();
            assertThat(scope.covers(new ProbeId("blog"), List.of("us"))).isFalse();
        }
    }

    @Nested
    class GivenABadWindow {

        @Test
        void whenEverythingIsWrong_thenAllErrorsAreReported() {
            assertThat(
                            read(
                                    "{\"start\": \"25:00\", \"zone\": \"Mars\", \"weekdays\": [\"noday\"], \"lenght\": \"PT1H\"}"))
                    .isEmpty();

            assertThat(faults.all())
                    .extracting(ValidationError::toString)
                    .anyMatch(text -> text.startsWith("/start"))
                    .anyMatch(text -> text.startsWith("/zone"))
                    .anyMatch(text -> text.contains("Unknown weekday \"noday\". Use a name such as monday."))
                    .anyMatch(text -> text.contains("Did you mean \"length\"?"))
                    .anyMatch(text -> text.contains("id is missing. Add one, for example nightly-deploy."));
        }

        @Test
        void whenItHasTwoSchedules_thenItIsRejected() {
            assertThat(read("{\"id\": \"x\", \"cron\": \"0 3 * * *\", \"start\": \"02:00\", \"length\": \"PT1H\"}"))
                    .isEmpty();
            assertThat(faults.all())
                    .extracting(ValidationError::toString)
                    .anyMatch(
                            text -> text.equals(
                                    "body: The time is missing or ambiguous. Use from and until, or start and length, or cron and length."));
        }
    }
}
