package dev.tidemark.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.document.Fault;
import dev.tidemark.document.Faults;
import dev.tidemark.observation.ProbeId;
import jakarta.json.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowReaderTest {

    private static final ProbeId SHOP = new ProbeId("shop");

    private final Faults faults = new Faults();

    private Optional<Window> read(String json) {
        return new WindowReader(faults).json(json, Optional.empty());
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
            Window window = read(json).orElseThrow();
            String written = Json.createObjectBuilder(WindowWriter.fields(window))
                    .build()
                    .toString();

            assertThat(read(written)).contains(window);
            assertThat(faults.all()).isEmpty();
        }

        @Test
        void whenItNamesProbesOrTags_thenOnlyThoseAreCovered() {
            Scope scope = read("{\"id\": \"x\", \"probes\": [\"shop\"], \"tags\": [\"eu\"],"
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
        void whenEverythingIsWrong_thenAllIsToldAtOnce() {
            assertThat(
                            read(
                                    "{\"start\": \"25:00\", \"zone\": \"Mars\", \"weekdays\": [\"noday\"], \"lenght\": \"PT1H\"}"))
                    .isEmpty();

            assertThat(faults.all())
                    .extracting(Fault::toString)
                    .anyMatch(text -> text.startsWith("/start"))
                    .anyMatch(text -> text.startsWith("/zone"))
                    .anyMatch(text -> text.contains("weekday \"noday\" is unknown"))
                    .anyMatch(text -> text.contains("did you mean \"length\""))
                    .anyMatch(text -> text.contains("id is missing"));
        }

        @Test
        void whenItSaysWhenTwice_thenItIsRefused() {
            assertThat(read("{\"id\": \"x\", \"cron\": \"0 3 * * *\", \"start\": \"02:00\", \"length\": \"PT1H\"}"))
                    .isEmpty();
            assertThat(faults.all()).extracting(Fault::detail).anyMatch(text -> text.startsWith("one of from"));
        }
    }
}
