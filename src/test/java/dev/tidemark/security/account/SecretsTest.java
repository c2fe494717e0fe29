package dev.tidemark.security.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.glassfish.soteria.identitystores.hash.Pbkdf2PasswordHashImpl;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @Nested
    class GivenAPassword {

        private final PasswordHasher passwords = new PasswordHasher(new Pbkdf2PasswordHashImpl());

        @Test
        void whenItIsHashedTwice_thenTheHashesDifferAndBothMatch() {
            String one = passwords.hash("tide");
            String two = passwords.hash("tide");
            assertThat(one).isNotEqualTo(two).doesNotContain("tide").startsWith("PBKDF2WithHmacSHA256:600000:");
            assertThat(passwords.matches("tide", Optional.of(one))).isTrue();
            assertThat(passwords.matches("tide", Optional.of(two))).isTrue();
            assertThat(passwords.matches("Tide", Optional.of(one))).isFalse();
        }

        @Test
        void whenTheUserDoesNotExist_thenItDoesNotMatch() {
            assertThat(passwords.matches("tide", Optional.empty())).isFalse();
        }
    }

    @Nested
    class GivenAToken {

        @Test
        void whenItIsHashed_thenItIsSha256InHex() {
            assertThat(SecretGenerator.hash("abc"))
                    .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        }

        @Test
        void whenOneIsGenerated_thenItIsLongAndUnique() {
            assertThat(SecretGenerator.token()).startsWith("tdm_").hasSize(47).isNotEqualTo(SecretGenerator.token());
        }
    }

    @Nested
    class GivenInitialCredentials {

        @TempDir
        private Path directory;

        @Test
        void whenItIsWritten_thenOnlyTheOwnerCanReadIt() throws IOException {
            new InitialCredentials("admin", Optional.of("p"), Optional.of("t")).writeTo(directory.resolve("data"));
            Path file = directory.resolve("data/first-login.txt");
            assertThat(file).hasContent("user: admin\npassword: p\ntoken: t\n");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }
}
