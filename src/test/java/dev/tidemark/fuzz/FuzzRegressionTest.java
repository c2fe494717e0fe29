package dev.tidemark.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The known inputs in every build: {@code mvn -Pfuzz} searches for more. */
class FuzzRegressionTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @ParameterizedTest
    @EnumSource
    void whenAKnownInputIsParsed_thenItIsReadOrRefused(FuzzTarget target) throws IOException {
        for (Path file : FuzzInputs.of(target)) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            assertTimeoutPreemptively(LIMIT, () -> target.run(text), file::toString);
        }
    }
}
