package dev.tidemark.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenamedSettingsTest {

    private final Logger logger = Logger.getLogger(RenamedSettings.class.getName());
    private final List<String> warnings = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord message) {
            warnings.add(message.getLevel() + " " + message.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
    }

    @Nested
    class GivenAFormerName {

        @ParameterizedTest
        @CsvSource({
            "TIDEMARK_FILM, tidemark.filmstrip, TIDEMARK_FILMSTRIP",
            "TIDEMARK_KEEP_EVIDENCE, tidemark.keep.artifacts, TIDEMARK_KEEP_ARTIFACTS",
            "TIDEMARK_LETTERS_KEPT, tidemark.keep.notifications, TIDEMARK_KEEP_NOTIFICATIONS"
        })
        void whenThePresentOneIsRead_thenItsValueIsFoundWithOneWarning(String former, String property, String present) {
            RenamedSettings settings = new RenamedSettings(Map.of(former, "P3D"));

            assertThat(settings.getValue(property)).isEqualTo("P3D");
            assertThat(settings.getValue(property)).isEqualTo("P3D");
            assertThat(warnings).containsExactly("WARNING " + former + " was renamed; set " + present + " instead");
        }
    }

    @Nested
    class GivenNone {

        private final RenamedSettings settings = new RenamedSettings(Map.of("TIDEMARK_KEEP_RUNS", "P9D"));

        @Test
        void whenSettingsAreRead_thenNothingIsFound() {
            assertThat(settings.getPropertyNames()).allMatch(name -> settings.getValue(name) == null);
            assertThat(settings.getValue("tidemark.keep.runs")).isNull();
            assertThat(warnings).isEmpty();
        }

        @Test
        void whenSourcesAreOrdered_thenItFollowsTheStandardOnes() {
            assertThat(settings.getOrdinal()).isLessThan(100);
        }
    }
}
