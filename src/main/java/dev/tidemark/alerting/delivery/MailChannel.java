package dev.tidemark.alerting.delivery;

import dev.tidemark.alerting.delivery.DeliveryException.DeliveryFailure;
import dev.tidemark.alerting.notification.ChannelType;
import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.PageUrls;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** E-mail: one message to one recipient, through the server's mail session. */
@ApplicationScoped
class MailChannel implements Channel {

    private final MailSettings settings;
    private final PageUrls links;
    private final Clock clock;
    private final Attachments attachments;

    @Resource(lookup = "java:jboss/mail/Tidemark")
    private Session session;

    @Inject
    MailChannel(MailSettings settings, PageUrls links, Clock clock, Attachments attachments) {
        this.settings = settings;
        this.links = links;
        this.clock = clock;
        this.attachments = attachments;
    }

    MailChannel(MailSettings settings, PageUrls links, Clock clock) {
        this(settings, links, clock, (notification, single) -> AttachedContent.NONE);
    }

    MailChannel(MailSettings settings, PageUrls links, Clock clock, Session session) {
        this(settings, links, clock);
        this.session = session;
    }

    @Override
    public ChannelType type() {
        return ChannelType.MAIL;
    }

    @Override
    public Optional<String> configurationError() {
        if (settings.host().isEmpty()) {
            return Optional.of(
                    LocalizedMessage.of("notification.delivery.mail.noHost").toString());
        }
        return settings.sender().isPresent() ? Optional.empty() : Optional.of(text("invalidSender", settings.from()));
    }

    @Override
    public boolean supportsGrouping() {
        return true;
    }

    @Override
    public String deliver(List<Notification> notifications) throws DeliveryException {
        MimeMessage message = message(notifications);
        try (Transport transport = connect(message)) {
            requireSmtpUtf8(transport, message);
            transport.sendMessage(message, message.getAllRecipients());
            return response(transport);
        } catch (SMTPSendFailedException e) {
            throw new MailFailure(e).isOfServer() ? unavailable(e) : failure(message, e);
        } catch (SendFailedException e) {
            throw new MailFailure(e).isOfServer() ? unavailable(e) : rejection(e);
        } catch (MessagingException e) {
            throw failure(message, e);
        }
    }

    private DeliveryException unavailable(MessagingException e) {
        return new DeliveryException(DeliveryFailure.UNAVAILABLE, text("notAccepted", server(), reason(e)), e);
    }

    /**
     * The server rejected the message, or the connection broke while it was sent. The message is the cause if the server still
     * welcomes a new connection; otherwise the server is unavailable.
     */
    private DeliveryException failure(MimeMessage message, MessagingException e) {
        try {
            connect(message).close();
            DeliveryFailure reason =
                    new MailFailure(e).isPermanent() ? DeliveryFailure.RETRY : DeliveryFailure.INTERRUPTED;
            return new DeliveryException(reason, text("notAccepted", server(), reason(e)), e);
        } catch (DeliveryException unreachable) {
            unreachable.addSuppressed(e);
            return unreachable;
        } catch (MessagingException notClosed) {
            return unavailable(e);
        }
    }

    private MimeMessage message(List<Notification> notifications) throws DeliveryException {
        try {
            return new MailMessage(settings, links, attachments.of(notifications.get(0), notifications.size() == 1))
                    .build(sessionFor(notifications.get(0)), notifications, clock.instant());
        } catch (AddressException e) {
            throw new DeliveryException(
                    DeliveryFailure.REJECTED, text("invalidAddress", String.valueOf(e.getMessage())), e);
        } catch (MessagingException e) {
            throw new DeliveryException(DeliveryFailure.RETRY, text("notComposed", reason(e)), e);
        }
    }

    private Session sessionFor(Notification notification) throws AddressException {
        return MailParties.needsSmtpUtf8(MailParties.parse(notification.recipient()))
                ? MailParties.withUtf8(session)
                : session;
    }

    /** Without SMTPUTF8, a server would get a mangled address. */
    private void requireSmtpUtf8(Transport transport, MimeMessage message)
            throws MessagingException, DeliveryException {
        InternetAddress recipient = (InternetAddress) message.getAllRecipients()[0];
        boolean supported = transport instanceof SMTPTransport smtp && smtp.supportsExtension("SMTPUTF8");
        if (!supported && MailParties.needsSmtpUtf8(recipient)) {
            throw new DeliveryException(
                    DeliveryFailure.REJECTED, text("noSmtpUtf8", server(), recipient.getAddress()), null);
        }
    }

    private static String response(Transport transport) {
        return text("accepted", transport.getURLName().getHost());
    }

    private Transport connect(MimeMessage message) throws DeliveryException {
        try {
            Transport transport = message.getSession().getTransport(message.getAllRecipients()[0]);
            transport.connect();
            return transport;
        } catch (AuthenticationFailedException e) {
            throw new DeliveryException(DeliveryFailure.UNAVAILABLE, text("signInRejected", server(), reason(e)), e);
        } catch (MessagingException e) {
            throw new DeliveryException(
                    DeliveryFailure.UNAVAILABLE, connectionFault().of(e).toString(), e);
        }
    }

    /** Jakarta Mail reports an address as invalid after a permanent rejection (5xx), and as unsent after a temporary one (4xx). */
    private DeliveryException rejection(SendFailedException e) {
        boolean permanent = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
        return new DeliveryException(
                permanent ? DeliveryFailure.REJECTED : DeliveryFailure.RETRY,
                text(permanent ? "addressRejected" : "notAccepted", server(), reason(e)),
                e);
    }

    private ConnectionFault connectionFault() {
        return new ConnectionFault(
                server(),
                String.valueOf(session.getProperty("mail.smtp.port")),
                Boolean.parseBoolean(session.getProperty("mail.smtp.ssl.enable")));
    }

    private String server() {
        return settings.host().orElse("");
    }

    private static String text(String key, Object... parts) {
        return LocalizedMessage.of("notification.delivery.mail." + key, parts).toString();
    }

    private static String reason(MessagingException e) {
        Exception cause = e;
        while (cause instanceof MessagingException next && next.getNextException() != null) {
            cause = next.getNextException();
        }
        return String.valueOf(cause.getMessage()).strip();
    }
}
