package dev.tidemark.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitialCredentialsFileTest {
    @TempDir
    Path data;

    @Nested
    class GivenAFile {
        @Test
        void whenItIsRead_thenItIsDeleted() throws IOException {
            Path file = Files.writeString(data.resolve("first-login.txt"), "user: admin\npassword: tide\n");

            assertThat(InitialCredentialsFile.readAndDelete(data)).contains("user: admin\npassword: tide");
            assertThat(file).doesNotExist();
            assertThat(InitialCredentialsFile.readAndDelete(data)).isEmpty();
        }
    }

    @Nested
    class GivenABanner {
        @Test
        void whenItIsTheFirstStart_thenItShowsUrlAndCredentials() {
            String banner =
                    Banner.of("http://127.0.0.1:8080/", Optional.of("user: admin\ntoken: t"), "data", "data/probes");

            assertThat(banner).contains("http://127.0.0.1:8080/", "      user: admin\n      token: t\n", "Ctrl-C");
        }

        @Test
        void whenItIsALaterStart_thenItShowsNoSecret() {
            assertThat(Banner.of("http://127.0.0.1:8080/", Optional.empty(), "data", "data/probes"))
                    .contains("Sign in with your existing account")
                    .doesNotContain("shown this once");
        }
    }
}
