package dev.tidemark.alerting.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail server and the sender. Port, user, password and STARTTLS are in the server's mail session, which reads the same settings. */
@ApplicationScoped
public class MailSettings {

    private final Optional<String> host;
    private final String from;

    /**
     * @param host the mail server, {@code TIDEMARK_SMTP_HOST}; without one, e-mails stay in the outbox
     * @param from the sender, {@code TIDEMARK_SMTP_FROM}
     */
    @Inject
    public MailSettings(
            @ConfigProperty(name = "tidemark.smtp.host") Optional<String> host,
            @ConfigProperty(name = "tidemark.smtp.from", defaultValue = "tidemark@localhost") String from) {
        this.host = host;
        this.from = from;
    }

    Optional<String> host() {
        return host;
    }

    String from() {
        return from;
    }

    /** The sender; empty when {@code TIDEMARK_SMTP_FROM} is not a valid address. */
    Optional<InternetAddress> sender() {
        try {
            return Optional.of(MailParties.parse(from)).filter(sender -> !MailParties.needsSmtpUtf8(sender));
        } catch (AddressException e) {
            return Optional.empty();
        }
    }
}
