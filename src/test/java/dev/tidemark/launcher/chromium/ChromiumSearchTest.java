package dev.tidemark.launcher.chromium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.launcher.system.LaunchException;
import dev.tidemark.launcher.system.SystemCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs here are shell scripts")
class ChromiumSearchTest {
    @TempDir
    Path machine;

    @Nested
    class GivenBrowsersOfPlaywrightAndOfTheSystem {
        @Test
        void whenSearched_thenPlaywrightsNewestShellIsUsed() throws IOException {
            program("cache/chromium-1300/chrome-linux64/chrome", 0);
            program("cache/chromium_headless_shell-999/chrome-linux/headless_shell", 0);
            Path newest = program("cache/chromium_headless_shell-1217/chrome-linux64/chrome-headless-shell", 0);
            program("bin/chromium", 0);

            assertThat(search().find()).contains(newest);
        }

        @Test
        void whenPlaywrightsDoesNotRun_thenTheSystemsIsTaken() throws IOException {
            program("cache/chromium_headless_shell-1217/chrome-linux64/chrome-headless-shell", 127);
            Path system = program("bin/chromium", 0);

            assertThat(search().find()).contains(system);
        }
    }

    @Nested
    class GivenTwoOfTheSystem {
        @Test
        void whenSearched_thenTheShellIsTaken() throws IOException {
            program("bin/chromium", 0);
            Path shell = program("bin/chromium-headless-shell", 0);

            assertThat(search().find()).contains(shell);
        }

        @Test
        void whenTheFirstIsAStub_thenTheNextIsTaken() throws IOException {
            program("bin/chromium-browser", 1);
            Path chrome = program("bin/google-chrome", 0);

            assertThat(search().find()).contains(chrome);
        }
    }

    @Nested
    class GivenAConfiguredOne {
        @Test
        void whenItIsThere_thenNothingIsSearched() throws IOException {
            Path own = program("own/browser", 0);

            assertThat(ChromiumLocator.locate(own.toString(), Optional.of(machine))
                            .program())
                    .isEqualTo(own);
        }

        @Test
        void whenItIsNotThere_thenTheMessageNamesSettingAndPath() {
            Path missing = machine.resolve("missing");

            assertThatThrownBy(() -> ChromiumLocator.locate(missing.toString(), Optional.of(machine)))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("TIDEMARK_CHROMIUM")
                    .hasMessageContaining(missing.toString());
        }
    }

    @Nested
    class GivenNoBrowser {
        @Test
        void whenTheSecondInstallerSucceeds_thenTheThirdIsNotTried() {
            Path made = machine.resolve("bin/chromium");
            Path trace = machine.resolve("trace");

            ChromiumLocator chromium = ChromiumLocator.locate(
                    search(),
                    () -> List.of(
                            installer("exit 1"),
                            installer("mkdir -p " + made.getParent() + " && printf '#!/bin/sh\nexit 0\n' > " + made
                                    + " && chmod +x " + made),
                            installer("touch " + trace)));

            assertThat(chromium.program()).isEqualTo(made);
            assertThat(trace).doesNotExist();
        }

        @Test
        void whenNoInstallerSucceeds_thenTheMessageHasTheCommandToRun() {
            assertThatThrownBy(() -> ChromiumLocator.locate(search(), () -> List.of(installer("exit 1"))))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("install")
                    .hasMessageContaining("TIDEMARK_CHROMIUM");
        }

        private ChromiumInstaller installer(String script) {
            return new ChromiumInstaller("Installing ...", List.of(SystemCommand.of("sh", "-c", script)));
        }
    }

    private ChromiumSearch search() {
        return new ChromiumSearch(List.of(machine.resolve("cache")), List.of(machine.resolve("bin")));
    }

    private Path program(String path, int exitCode) throws IOException {
        Path file = machine.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\nexit " + exitCode + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
