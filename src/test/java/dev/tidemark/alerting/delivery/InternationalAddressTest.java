package dev.tidemark.alerting.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.alerting.delivery.DeliveryException.DeliveryFailure;
import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.NoticeKind;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InternationalAddressTest {

    private static final Notice NOTICE = NotificationFixtures.notice(
            UUID.fromString("0195aaaa-0000-7000-8000-000000000001"), 1, NoticeKind.FAILING, "LCP 3.9 s > 2.5 s");

    private final ScriptedMailServer server = ScriptedMailServer.plain(0);
    private final MailChannel channel =
            NotificationFixtures.channel(server.port(), Clock.fixed(NotificationFixtures.NOON, ZoneOffset.UTC));

    @AfterEach
    void stop() {
        server.close();
    }

    private void deliver(String recipient) throws DeliveryException {
        channel.deliver(List.of(NotificationFixtures.letter(NOTICE, recipient)));
    }

    @Nested
    class GivenAServerWithoutSmtpUtf8 {

        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "ops@münchen.example, ops@xn--mnchen-3ya.example",
            "Ops@MÜNCHEN.example, Ops@xn--mnchen-3ya.example",
            "ops@straße.example, ops@xn--strae-oqa.example",
            "ops@💩.la, ops@xn--ls8h.la",
            "ops@Shop.Example, ops@shop.example",
            "Das Büro <ops@münchen.example>, ops@xn--mnchen-3ya.example",
            "o'hara+alerts@shop.example, o'hara+alerts@shop.example",
        })
        void whenTheDomainIsBeyondAscii_thenItIsSentInAscii(String recipient, String sent) throws DeliveryException {
            deliver(recipient);

            assertThat(server.addressed()).containsExactly("RCPT TO:<" + sent + ">");
            assertThat(server.acknowledged()).singleElement().asString().contains(sent);
        }

        @Test
        void whenTheLocalPartIsBeyondAscii_thenItIsRefusedWithTheReasonAndNothingIsSent() {
            assertThatThrownBy(() -> deliver("jürgen@münchen.example"))
                    .isInstanceOfSatisfying(DeliveryException.class, refused -> assertThat(refused.reason())
                            .isEqualTo(DeliveryFailure.REJECTED))
                    .hasMessageContaining("SMTPUTF8")
                    .hasMessageContaining("jürgen@xn--mnchen-3ya.example");
            assertThat(server.addressed()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"ops@a b.example", "ops@a_b.example", "ops@", "@a.example", "a..b@a.example", "ops@a..example"})
        void whenTheAddressIsInvalid_thenItIsRefused(String recipient) {
            assertThatThrownBy(() -> deliver(recipient)).hasMessageContaining("Invalid e-mail address");
            assertThat(server.addressed()).isEmpty();
        }
    }

    @Nested
    class GivenAServerWithSmtpUtf8 {

        @Test
        void whenTheLocalPartIsBeyondAscii_thenItIsSentInUtf8() throws DeliveryException {
            server.offer("SMTPUTF8");

            deliver("jürgen@münchen.example");

            assertThat(server.senders()).singleElement().asString().endsWith(" SMTPUTF8");
            assertThat(server.addressed()).containsExactly("RCPT TO:<jürgen@xn--mnchen-3ya.example>");
            assertThat(server.acknowledged()).singleElement().asString().contains("To: jürgen@xn--mnchen-3ya.example");
        }

        @Test
        void whenTheAddressIsAscii_thenTheMessageDoesNotNeedIt() throws DeliveryException {
            server.offer("SMTPUTF8");

            deliver("ops@münchen.example");

            assertThat(server.senders()).singleElement().asString().doesNotContain("SMTPUTF8");
        }
    }

    @Test
    void whenTheSenderHasADomainBeyondAscii_thenItIsSentInAscii() {
        assertThat(new MailSettings(Optional.of("localhost"), "Büro <tide@münchen.example>").sender())
                .hasValueSatisfying(sender -> assertThat(sender.getAddress()).isEqualTo("tide@xn--mnchen-3ya.example"));
        assertThat(new MailSettings(Optional.of("localhost"), "büro@a.example").sender())
                .isEmpty();
    }
}
