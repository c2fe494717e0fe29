package dev.tidemark.alerting.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.tidemark.alerting.delivery.DeliveryException.DeliveryFailure;
import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.PageUrls;
import dev.tidemark.platform.http.BasePath;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailChannelTest {

    private static final Clock CLOCK = Clock.fixed(NotificationFixtures.NOON, ZoneOffset.UTC);
    private static final UUID INCIDENT = UUID.fromString("0195aaaa-0000-7000-8000-000000000001");
    private static final Notice FAILING =
            NotificationFixtures.notice(INCIDENT, 1, NoticeKind.FAILING, "LCP 3.9 s > 2.5 s (3 of 3 runs)");
    private static final Notice RECOVERED =
            NotificationFixtures.notice(INCIDENT, 2, NoticeKind.RECOVERED, "LCP 2.1 s <= 2.5 s");

    private static DeliveryException failure(MailChannel channel, String recipient) {
        return catchThrowableOfType(
                DeliveryException.class,
                () -> channel.deliver(List.of(NotificationFixtures.letter(FAILING, recipient))));
    }

    @Nested
    class GivenAMailServerWithAuthentication {

        private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

        @BeforeEach
        void start() {
            server.start();
            server.setUser("tide@ops.example", "tide", "mark");
        }

        @AfterEach
        void stop() {
            server.stop();
        }

        private MailChannel channel(String password) {
            return NotificationFixtures.channel(
                    NotificationFixtures.session(server.getSmtp().getPort(), "tide", password), CLOCK);
        }

        private MimeMessage arrived(Notice notice) throws DeliveryException {
            channel("mark").deliver(List.of(NotificationFixtures.letter(notice, "Team <team@shop.example>")));
            MimeMessage[] all = server.getReceivedMessages();
            return all[all.length - 1];
        }

        private String part(MimeMessage mail, int index) throws MessagingException, IOException {
            BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(index);
            return (String) part.getContent();
        }

        @Test
        void whenANotificationIsDelivered_thenItsHeadersContainProbeLocationAndSeverity() throws Exception {
            MimeMessage mail = arrived(FAILING);

            assertThat(mail.getSubject())
                    .isEqualTo("[failing] Shop, home page: LCP 3.9 s > 2.5 s (3 of 3 runs) @ frankfurt");
            assertThat(mail.getFrom()[0]).hasToString("Tidemark <tidemark@ops.example>");
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getHeader("List-Unsubscribe")[0]).contains("mailto:tidemark@ops.example");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        }

        @Test
        void whenTheRecoveryFollows_thenItBelongsToTheThread() throws Exception {
            MimeMessage first = arrived(FAILING);
            MimeMessage second = arrived(RECOVERED);

            assertThat(second.getHeader("In-Reply-To")).containsExactly(first.getMessageID());
            assertThat(second.getHeader("References")).containsExactly(first.getMessageID());
            assertThat(second.getMessageID()).isNotEqualTo(first.getMessageID());
        }

        @Test
        void whenANotificationIsSentTwice_thenBothHaveTheSameMessageId() throws Exception {
            assertThat(arrived(FAILING).getMessageID())
                    .isEqualTo(arrived(FAILING).getMessageID());
        }

        @Test
        void whenItIsReadAsText_thenItContainsTheCalculationAndLinks() throws Exception {
            assertThat(part(arrived(FAILING), 0))
                    .contains(
                            "Shop, home page is failing:",
                            "- Largest Contentful Paint (critical) is over budget: 3 of the last 3 runs")
                    .contains("https://shop.example/?a=1&b=<2>", "2 March 2026, 12:00 UTC")
                    .contains("http://127.0.0.1:8080/incidents/" + INCIDENT)
                    .contains("http://127.0.0.1:8080/runs/" + FAILING.run());
        }

        @Test
        void whenItIsReadAsHtml_thenItIsResponsiveAndEscapedAndHasADarkMode() throws Exception {
            assertThat(part(arrived(FAILING), 1))
                    .contains("width=device-width", "prefers-color-scheme: dark")
                    .contains("https://shop.example/?a=1&amp;b=&lt;2&gt;")
                    .doesNotContain("<2>", "{headline}");
        }

        @Test
        void whenSeveralNotificationsShareAnEmail_thenTheSubjectHasTheWorstAndTheTextAll() throws Exception {
            Notice other = NotificationFixtures.notice(
                    UUID.randomUUID(), 2, NoticeKind.RECOVERED, "checks succeed again after 10 min");
            channel("mark")
                    .deliver(List.of(
                            NotificationFixtures.letter(other, "team@shop.example"),
                            NotificationFixtures.letter(FAILING, "team@shop.example")));

            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getSubject()).isEqualTo(FAILING.subject() + " and 1 more");
            assertThat(part(mail, 0))
                    .startsWith("2 notifications about 1 probe")
                    .containsSubsequence(FAILING.subject(), other.subject())
                    .contains("/incidents/" + other.incident());
            assertThat(part(mail, 1)).contains("checks succeed again after 10 min", "prefers-color-scheme");
        }

        private MimeMessage arrivedDigest() throws DeliveryException {
            channel("mark").deliver(List.of(NotificationFixtures.digest(INCIDENT, "team@shop.example")));
            MimeMessage[] all = server.getReceivedMessages();
            return all[all.length - 1];
        }

        @Test
        void whenADigestIsDelivered_thenItsHeadersNameTheContactGroupAndNoLocation() throws Exception {
            MimeMessage mail = arrivedDigest();

            assertThat(mail.getSubject()).isEqualTo("[digest] Shop: 1 failing, 2 passing – week of 23 February");
            assertThat(mail.getHeader("List-Id")).containsExactly("<shop-team.tidemark.ops.example>");
            assertThat(mail.getHeader("List-Unsubscribe")[0]).contains("mailto:tidemark@ops.example");
            assertThat(mail.getMessageID()).isEqualTo(arrivedDigest().getMessageID());
        }

        @Test
        void whenADigestIsDelivered_thenItContainsItsTextAndImages() throws Exception {
            MimeMessage mail = arrivedDigest();
            MimeMultipart both = (MimeMultipart)
                    ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();

            assertThat(part(mail, 0))
                    .startsWith("all of it")
                    .contains("member of the contact group \"Shop\" (shop-team), which receives a digest.");
            assertThat(both.getContentType()).startsWith("multipart/related");
            assertThat((String) both.getBodyPart(0).getContent())
                    .contains("cid:page-1@tidemark", "cid:page-2@tidemark", "width=device-width");
            assertThat(both.getBodyPart(1).getHeader("Content-ID")).containsExactly("<page-1@tidemark>");
            assertThat(both.getBodyPart(2).getHeader("Content-ID")).containsExactly("<page-2@tidemark>");
        }

        @Test
        void whenThePasswordIsWrong_thenTheServerCountsAsDownAndTheMessageSaysWhatToCheck() {
            DeliveryException failure = failure(channel("wrong"), "team@shop.example");

            assertThat(failure.reason()).isEqualTo(DeliveryFailure.UNAVAILABLE);
            assertThat(failure).hasMessageContaining("TIDEMARK_SMTP_USER");
            assertThat(server.getReceivedMessages()).isEmpty();
        }
    }

    @Nested
    class GivenAServerWithStartTls {

        @TempDir
        private Path folder;

        @Test
        void whenItsCertificateIsTrusted_thenCredentialsAndMessageAreEncrypted() throws Exception {
            SelfSignedCertificate certificate = SelfSignedCertificate.make(folder);
            try (ScriptedMailServer server = ScriptedMailServer.withStartTls(certificate.forServer())) {
                NotificationFixtures.channel(
                                NotificationFixtures.sessionWithStartTls(server.port(), certificate.forClient()), CLOCK)
                        .deliver(List.of(NotificationFixtures.letter(FAILING, "team@shop.example")));

                assertThat(server.acknowledged()).singleElement().asString().contains("Subject: [failing] Shop");
                assertThat(server.seen().get(0)).startsWith("AUTH PLAIN");
            }
        }

        @Test
        void whenItsCertificateIsNotTrusted_thenNeitherPasswordNorMessageIsSent() throws Exception {
            SelfSignedCertificate certificate = SelfSignedCertificate.make(folder);
            try (ScriptedMailServer server = ScriptedMailServer.withStartTls(certificate.forServer())) {
                MailChannel channel = NotificationFixtures.channel(
                        NotificationFixtures.sessionWithStartTls(server.port(), SSLContext.getDefault()), CLOCK);

                assertThat(failure(channel, "team@shop.example").reason()).isEqualTo(DeliveryFailure.UNAVAILABLE);
                assertThat(server.seen()).isEmpty();
            }
        }

        @Test
        void whenTheServerDoesNotOfferIt_thenNothingIsSentUnencrypted() throws Exception {
            try (ScriptedMailServer server = ScriptedMailServer.plain(0)) {
                MailChannel channel = NotificationFixtures.channel(
                        NotificationFixtures.sessionWithStartTls(server.port(), SSLContext.getDefault()), CLOCK);

                DeliveryException failure = failure(channel, "team@shop.example");
                assertThat(failure.reason()).isEqualTo(DeliveryFailure.UNAVAILABLE);
                assertThat(failure)
                        .hasMessageStartingWith(
                                "Mail server localhost does not offer STARTTLS on port " + server.port())
                        .hasMessageContaining("TIDEMARK_SMTP_STARTTLS=false");
                assertThat(server.seen()).isEmpty();
            }
        }
    }

    @Nested
    class GivenAServerWithImplicitTls {

        @TempDir
        private Path folder;

        @Test
        void whenTheConnectionBeginsWithTls_thenTheMessageIsDelivered() throws Exception {
            SelfSignedCertificate certificate = SelfSignedCertificate.make(folder);
            try (ScriptedMailServer server = ScriptedMailServer.withImplicitTls(certificate.forServer())) {
                NotificationFixtures.channel(
                                NotificationFixtures.sessionWithImplicitTls(server.port(), certificate.forClient()),
                                CLOCK)
                        .deliver(List.of(NotificationFixtures.letter(FAILING, "team@shop.example")));

                assertThat(server.acknowledged()).singleElement().asString().contains("Subject: [failing] Shop");
            }
        }

        @Test
        void whenItsCertificateIsNotTrusted_thenTheMessageSaysSo() throws Exception {
            SelfSignedCertificate certificate = SelfSignedCertificate.make(folder);
            try (ScriptedMailServer server = ScriptedMailServer.withImplicitTls(certificate.forServer())) {
                MailChannel channel = NotificationFixtures.channel(
                        NotificationFixtures.sessionWithImplicitTls(server.port(), SSLContext.getDefault()), CLOCK);

                assertThat(failure(channel, "team@shop.example"))
                        .hasMessageStartingWith("The certificate of mail server localhost is not accepted:");
            }
        }

        @Test
        void whenTheConnectionBeginsWithoutTls_thenTheMessageNamesTheSetting() throws Exception {
            SelfSignedCertificate certificate = SelfSignedCertificate.make(folder);
            try (ScriptedMailServer server = ScriptedMailServer.withImplicitTls(certificate.forServer())) {
                MailChannel impatient = NotificationFixtures.impatientChannel(server.port(), CLOCK);

                assertThat(failure(impatient, "team@shop.example"))
                        .hasMessage("Mail server localhost did not greet on port " + server.port()
                                + ". If the port expects TLS from the start, as port 465 does, set"
                                + " TIDEMARK_SMTP_IMPLICIT_TLS=true.");
            }
        }

        @Test
        void whenAServerWithoutTlsIsAskedForIt_thenTheMessageNamesTheSetting() throws Exception {
            try (ScriptedMailServer server = ScriptedMailServer.plain(0)) {
                MailChannel channel = NotificationFixtures.channel(
                        NotificationFixtures.sessionWithImplicitTls(server.port(), SSLContext.getDefault()), CLOCK);

                assertThat(failure(channel, "team@shop.example"))
                        .hasMessageStartingWith("Mail server localhost does not start with TLS on port " + server.port()
                                + ". Set TIDEMARK_SMTP_IMPLICIT_TLS=false");
            }
        }
    }

    @Nested
    class GivenATest {

        private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

        @BeforeEach
        void start() {
            server.start();
        }

        @AfterEach
        void stop() {
            server.stop();
        }

        @Test
        void whenItIsDelivered_thenItIsPlainTextWithoutLinksToPagesThatDoNotExist() throws Exception {
            NotificationFixtures.channel(server.getSmtp().getPort(), CLOCK)
                    .deliver(List.of(Notification.test("team@shop.example", NotificationFixtures.NOON)));

            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getSubject()).isEqualTo("[test] Tidemark: test message");
            assertThat(mail.getContentType()).startsWith("text/plain");
            assertThat(mail.getContent().toString().lines())
                    .containsExactly(
                            "This is a test message. If you can read this, notifications reach this recipient. No action is"
                                    + " required.",
                            "",
                            "Sent by http://127.0.0.1:8080/ on 2 March 2026, 12:00 UTC.");
            assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        }
    }

    @Nested
    class GivenAFailingServer {

        private final ScriptedMailServer server = ScriptedMailServer.plain(0);
        private final MailChannel channel = NotificationFixtures.channel(server.port(), CLOCK);

        @AfterEach
        void close() {
            server.close();
        }

        @Test
        void whenItRejectsTheAddress_thenTheFailureIsPermanent() {
            DeliveryException failure = failure(channel, "nobody@shop.example");

            assertThat(failure.reason()).isEqualTo(DeliveryFailure.REJECTED);
            assertThat(failure).hasMessageContaining("550 no such mailbox");
        }

        @Test
        void whenItRejectsTemporarily_thenTheFailureIsTemporary() {
            server.suffer(ScriptedMailServer.Trouble.LATER_451);

            assertThat(failure(channel, "team@shop.example").reason()).isEqualTo(DeliveryFailure.RETRY);
        }

        @Test
        void whenItHangsAtTheGreeting_thenItIsDown() {
            server.suffer(ScriptedMailServer.Trouble.SILENT_AT_GREETING);
            MailChannel impatient = NotificationFixtures.impatientChannel(server.port(), CLOCK);

            assertThat(failure(impatient, "team@shop.example").reason()).isEqualTo(DeliveryFailure.UNAVAILABLE);
        }

        @Test
        void whenItHangsAfterTheData_thenDeliveryIsRetried() {
            server.suffer(ScriptedMailServer.Trouble.SILENT_AFTER_DATA);
            MailChannel impatient = NotificationFixtures.impatientChannel(server.port(), CLOCK);

            assertThat(failure(impatient, "team@shop.example").reason()).isEqualTo(DeliveryFailure.INTERRUPTED);
        }

        @Test
        void whenItDisconnectsBeforeIts250_thenDeliveryIsRetried() {
            server.suffer(ScriptedMailServer.Trouble.CUT_BEFORE_250);

            assertThat(failure(channel, "team@shop.example").reason()).isEqualTo(DeliveryFailure.INTERRUPTED);
            assertThat(server.seen()).hasSize(1);
        }

        @Test
        void whenNobodyListens_thenItIsDown() {
            server.close();

            DeliveryException failure = failure(channel, "team@shop.example");
            assertThat(failure.reason()).isEqualTo(DeliveryFailure.UNAVAILABLE);
            assertThat(failure)
                    .hasMessageStartingWith("Mail server localhost refuses connections to port " + server.port());
        }

        @Test
        void whenTheAddressIsInvalid_thenTheFailureIsPermanent() {
            assertThat(failure(channel, "no address").reason()).isEqualTo(DeliveryFailure.REJECTED);
        }
    }

    @Nested
    class GivenNoMailServerIsSet {

        @Test
        void whenQueried_thenTheMessageNamesTheSetting() {
            MailSettings none = new MailSettings(Optional.empty(), "tidemark@localhost");
            MailChannel channel =
                    new MailChannel(none, new PageUrls(Optional.empty(), "127.0.0.1", 8080, new BasePath("")), CLOCK);

            assertThat(channel.configurationError())
                    .hasValueSatisfying(text -> assertThat(text).contains("TIDEMARK_SMTP_HOST"));
        }

        @Test
        void whenTheSenderIsInvalid_thenNotificationsStayPending() {
            MailSettings wrong = new MailSettings(Optional.of("localhost"), "no address");
            MailChannel channel =
                    new MailChannel(wrong, new PageUrls(Optional.empty(), "127.0.0.1", 8080, new BasePath("")), CLOCK);

            assertThat(channel.configurationError())
                    .hasValue("TIDEMARK_SMTP_FROM \"no address\" is not a valid e-mail address.");
        }
    }
}
