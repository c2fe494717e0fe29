package dev.tidemark.alerting.notification;

import dev.tidemark.alerting.notification.DeliveryException.DeliveryFailure;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** E-mail: one message to one recipient, over the server's mail session. */
@ApplicationScoped
class MailChannel implements Channel {

    private final MailSettings settings;
    private final PageUrls links;
    private final Clock clock;
    private final Attachments enclosures;

    @Resource(lookup = "java:jboss/mail/Tidemark")
    private Session session;

    @Inject
    MailChannel(MailSettings settings, PageUrls links, Clock clock, Attachments enclosures) {
        this.settings = settings;
        this.links = links;
        this.clock = clock;
        this.enclosures = enclosures;
    }

    MailChannel(MailSettings settings, PageUrls links, Clock clock) {
        this(settings, links, clock, (letter, alone) -> AttachedContent.NOTHING);
    }

    MailChannel(MailSettings settings, PageUrls links, Clock clock, Session session) {
        this(settings, links, clock);
        this.session = session;
    }

    @Override
    public ChannelType medium() {
        return ChannelType.MAIL;
    }

    @Override
    public Optional<String> missing() {
        if (settings.host().isEmpty()) {
            return Optional.of(
                    "set TIDEMARK_SMTP_HOST (and, where needed, TIDEMARK_SMTP_PORT, _USER, _PASSWORD, _STARTTLS,"
                            + " _FROM) and start again");
        }
        return settings.sender().isPresent()
                ? Optional.empty()
                : Optional.of("TIDEMARK_SMTP_FROM \"" + settings.from() + "\" is no e-mail address");
    }

    @Override
    public boolean takesSeveral() {
        return true;
    }

    @Override
    public String deliver(List<Notification> letters) throws DeliveryException {
        MimeMessage message = message(letters);
        try (Transport transport = connected(message)) {
            transport.sendMessage(message, message.getAllRecipients());
            return answer(transport);
        } catch (SendFailedException e) {
            throw refusal(e);
        } catch (MessagingException e) {
            throw new DeliveryException(DeliveryFailure.LATER, server() + " did not take it" + because(e), e);
        }
    }

    private MimeMessage message(List<Notification> letters) throws DeliveryException {
        try {
            return new MailMessage(settings, links, enclosures.of(letters.get(0), letters.size() == 1))
                    .message(session, letters, clock.instant());
        } catch (AddressException e) {
            throw new DeliveryException(DeliveryFailure.REFUSED, "the address cannot be read: " + e.getMessage(), e);
        } catch (MessagingException e) {
            throw new DeliveryException(DeliveryFailure.LATER, "the mail cannot be written" + because(e), e);
        }
    }

    private static String answer(Transport transport) {
        return "taken by " + transport.getURLName().getHost();
    }

    private Transport connected(MimeMessage message) throws DeliveryException {
        try {
            Transport transport = session.getTransport(message.getAllRecipients()[0]);
            transport.connect();
            return transport;
        } catch (AuthenticationFailedException e) {
            throw new DeliveryException(
                    DeliveryFailure.DOWN,
                    server() + " refuses the login; check TIDEMARK_SMTP_USER and _PASSWORD" + because(e),
                    e);
        } catch (MessagingException e) {
            throw new DeliveryException(DeliveryFailure.DOWN, server() + " cannot be reached" + because(e), e);
        }
    }

    /** Jakarta Mail calls an address invalid when the server refuses it for good (5xx), and unsent when for now (4xx). */
    private DeliveryException refusal(SendFailedException e) {
        boolean forGood = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
        return new DeliveryException(
                forGood ? DeliveryFailure.REFUSED : DeliveryFailure.LATER,
                server() + (forGood ? " refuses the address" : " did not take it") + because(e),
                e);
    }

    private String server() {
        return "the mail server " + settings.host().orElse("");
    }

    private static String because(MessagingException e) {
        Exception deepest = e;
        while (deepest instanceof MessagingException next && next.getNextException() != null) {
            deepest = next.getNextException();
        }
        return ": " + String.valueOf(deepest.getMessage()).strip();
    }
}
