package dev.tidemark.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tidemark.it.TestDatabase;
import dev.tidemark.launcher.settings.LauncherSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks of real servers, ports and programs, broken in the ways that happen. */
class DoctorIT {
    @TempDir
    Path folder;

    private final Map<String, String> settings = new TreeMap<>();
    private ServerSocket listener;

    @AfterEach
    void close() throws IOException {
        if (listener != null) {
            listener.close();
        }
    }

    @Nested
    class GivenADatabase {
        @Test
        void whenItWorks_thenVersionPrivilegesSchemaAndClockAreOk() throws Exception {
            use(TestDatabase.fresh());

            assertThat(run(new DatabaseCheck(Clock.systemUTC())))
                    .extracting(Finding::check)
                    .containsExactly("database", "latency", "privileges", "schema", "clock");
            assertThat(run(new DatabaseCheck(Clock.systemUTC())))
                    .extracting(Finding::status)
                    .doesNotContain(Finding.Status.FAILED);
        }

        @Test
        void whenThePasswordIsWrong_thenItFailsWithoutPrintingIt() throws Exception {
            use(TestDatabase.fresh());
            settings.put("TIDEMARK_DATABASE_PASSWORD", "wrong-password-7");

            assertFailed(
                    new DatabaseCheck(Clock.systemUTC()),
                    "password authentication failed",
                    "TIDEMARK_DATABASE_PASSWORD");
        }

        @Test
        void whenThePortIsDead_thenTheAddressIsNamed() throws Exception {
            settings.put("TIDEMARK_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/tidemark");

            assertFailed(new DatabaseCheck(Clock.systemUTC()), "127.0.0.1:1", "refused");
        }

        @Test
        void whenTheClocksDiffer_thenTheDifferenceIsNamed() throws Exception {
            use(TestDatabase.fresh());

            assertFailed(
                    new DatabaseCheck(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(5))), "differ by ", "NTP");
        }

        @Test
        void whenItIsReadOnly_thenItFails() throws Exception {
            use(TestDatabase.fresh());
            settings.put(
                    "TIDEMARK_DATABASE_URL",
                    settings.get("TIDEMARK_DATABASE_URL") + "?options=-c%20default_transaction_read_only=on");

            assertFailed(new DatabaseCheck(Clock.systemUTC()), "read-only", "primary");
        }
    }

    @Nested
    class GivenThisMachine {
        @Test
        void whenTheLimitsOfBrowsersAreChecked_thenTheirKindIsNamed() throws Exception {
            assertThat(run(new LimitsCheck())).singleElement().satisfies(finding -> {
                assertThat(finding.status()).isEqualTo(Finding.Status.OK);
                assertThat(finding.found()).containsAnyOf("prlimit", "Delegate=memory pids");
            });
        }
    }

    @Nested
    class GivenAMailServer {
        @Test
        void whenItSpeaksSmtp_thenItIsOk() throws Exception {
            GreenMail mail = started();
            try {
                useMail(mail.getSmtp().getPort());

                assertThat(run(new MailCheck())).singleElement().satisfies(finding -> assertThat(finding.found())
                        .contains("responds to EHLO"));
            } finally {
                mail.stop();
            }
        }

        @Test
        void whenItDoesNotOfferStartTls_thenTheSettingIsNamed() throws Exception {
            GreenMail mail = started();
            try {
                useMail(mail.getSmtp().getPort());
                settings.put("TIDEMARK_SMTP_STARTTLS", "true");

                assertFailed(new MailCheck(), "does not offer STARTTLS", "TIDEMARK_SMTP_STARTTLS=false");
            } finally {
                mail.stop();
            }
        }

        @Test
        void whenThePasswordIsWrong_thenTheRejectionIsQuotedWithoutIt() throws Exception {
            GreenMail mail = started();
            mail.setUser("monitor@example.org", "monitor", "right-password");
            try {
                useMail(mail.getSmtp().getPort());
                settings.put("TIDEMARK_SMTP_USER", "monitor");
                settings.put("TIDEMARK_SMTP_PASSWORD", "wrong-password");

                assertFailed(new MailCheck(), "rejects the credentials of monitor", "TIDEMARK_SMTP_PASSWORD");
                settings.put("TIDEMARK_SMTP_PASSWORD", "right-password");
                assertThat(run(new MailCheck())).extracting(Finding::status).containsExactly(Finding.Status.OK);
            } finally {
                mail.stop();
            }
        }

        @Test
        void whenItRefusesConnections_thenItsReplyIsQuoted() throws Exception {
            useMail(answering("554 5.7.1 No service for you\r\n"));

            assertFailed(new MailCheck(), "554 5.7.1 No service for you", "TIDEMARK_SMTP_HOST");
        }

        @Test
        void whenItIsNoMailServer_thenItSaysSo() throws Exception {
            useMail(answering("HTTP/1.1 400 Bad Request\r\n\r\n"));

            assertFailed(new MailCheck(), "does not speak SMTP", "TIDEMARK_SMTP_PORT");
        }

        @Test
        void whenItClosesTheConnection_thenItSaysSo() throws Exception {
            useMail(answering(""));

            assertFailed(new MailCheck(), "closed the connection", "TIDEMARK_SMTP_PORT");
        }

        @Test
        void whenThePortIsDead_thenItFails() throws Exception {
            useMail(1);

            assertFailed(new MailCheck(), "Connection refused", "TIDEMARK_SMTP_PORT");
        }

        @Test
        void whenTheNameIsUnknown_thenItIsNamed() throws Exception {
            useMail(25);
            settings.put("TIDEMARK_SMTP_HOST", "mail.invalid");

            assertFailed(new MailCheck(), "mail.invalid cannot be resolved", "TIDEMARK_SMTP_HOST");
        }
    }

    @Nested
    class GivenABrowser {
        @Test
        void whenItIsMissing_thenItFails() throws Exception {
            settings.put("TIDEMARK_CHROMIUM", folder.resolve("missing").toString());

            assertFailed(new BrowserCheck(Clock.systemUTC()), "TIDEMARK_CHROMIUM", "missing");
        }

        @Test
        void whenItCannotStart_thenItFails() throws Exception {
            Path program = Files.writeString(
                    folder.resolve("chromium"), "#!/bin/sh\necho cannot open shared object >&2\nexit 127\n");
            assertThat(program.toFile().setExecutable(true)).isTrue();
            settings.put("TIDEMARK_CHROMIUM", program.toString());

            assertFailed(new BrowserCheck(Clock.systemUTC()), "exit code 127", "cannot open shared object");
        }
    }

    @Nested
    class GivenAPort {
        @Test
        void whenAnotherProgramUsesIt_thenItFails() throws Exception {
            settings.put(
                    "TIDEMARK_HTTP_PORT", String.valueOf(answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")));

            assertFailed(new PortCheck(), "Another process is using the port", "TIDEMARK_HTTP_PORT");
        }
    }

    @Nested
    class GivenADataDirectory {
        @Test
        void whenItIsInAFile_thenItFails() throws Exception {
            Path file = Files.writeString(folder.resolve("file"), "");
            settings.put("TIDEMARK_DATA_DIR", file.resolve("data").toString());

            assertFailed(new DiskCheck(), "file is not a directory", "TIDEMARK_DATA_DIR");
        }
    }

    private void use(TestDatabase database) {
        settings.put("TIDEMARK_DATABASE_URL", database.url());
        settings.put("TIDEMARK_DATABASE_USER", database.user());
        settings.put("TIDEMARK_DATABASE_PASSWORD", database.password());
    }

    private void useMail(int port) {
        settings.put("TIDEMARK_SMTP_HOST", "127.0.0.1");
        settings.put("TIDEMARK_SMTP_PORT", String.valueOf(port));
        settings.put("TIDEMARK_SMTP_STARTTLS", "false");
    }

    private static GreenMail started() {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return mail;
    }

    /** A server that says one thing to everybody and closes the connection. */
    private int answering(String text) throws IOException {
        listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> answer(text), "listener");
        thread.setDaemon(true);
        thread.start();
        return listener.getLocalPort();
    }

    private void answer(String text) {
        while (true) {
            try (Socket socket = listener.accept()) {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void assertFailed(InstallationCheck check, String... texts) throws Exception {
        List<Finding> findings = run(check);

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.status()).isEqualTo(Finding.Status.FAILED);
            assertThat(finding.found() + finding.remedy()).contains(texts).doesNotContain("wrong-password");
        });
    }

    private List<Finding> run(InstallationCheck check) throws Exception {
        settings.putIfAbsent("TIDEMARK_DATA_DIR", folder.toString());
        return check.run(LauncherSettings.of(settings));
    }
}
