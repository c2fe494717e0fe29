package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.host.ProcessIsolation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserWarningsTest {

    private static BrowserIsolation isolation(boolean sandbox, Optional<Path> unreachable) {
        return new BrowserIsolation(
                new ProcessIsolation(List.of(), Optional.empty(), unreachable),
                Path.of("profiles"),
                new BrowserIsolation.Sandbox(sandbox, LocalizedMessage.verbatim("No usable sandbox!")));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0", "P59D, 0", "P60D, 0", "P60DT1S, 1", "P400D, 1"})
    void whenChromiumIsOlderThan60Days_thenItIsReported(Duration age, int warnings) {
        assertThat(BrowserWarnings.of(isolation(true, Optional.empty()), Optional.of(age)))
                .hasSize(warnings);
    }

    @Test
    void whenTheSandboxIsOffAndTheBrowserRunsAsRoot_thenBothAreReportedWithTheReason() {
        assertThat(BrowserWarnings.of(isolation(false, Optional.of(Path.of("/root/chromium"))), Optional.empty()))
                .extracting(LocalizedMessage::toString)
                .anyMatch(text -> text.contains("/root/chromium"))
                .anyMatch(text -> text.contains("No usable sandbox!"));
    }
}
