package dev.tidemark.alerting.delivery;

import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.url.MailAddress;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Properties;

/** Senders and recipients in the form in which mail servers take them. */
final class MailParties {

    private static final String ALLOW_UTF8 = "mail.mime.allowutf8";

    private MailParties() {}

    /** An address, with or without a name, and with its domain in ASCII. */
    static InternetAddress parse(String text) throws AddressException {
        int start = text.lastIndexOf('<') + 1;
        int end = start > 0 && text.endsWith(">") ? text.length() - 1 : text.length();
        try {
            String address = MailAddress.parse(text.substring(start, end)).address();
            return new InternetAddress(text.substring(0, start) + address + text.substring(end), false);
        } catch (InvalidValueException invalid) {
            throw new AddressException(invalid.getMessage(), text);
        }
    }

    /** Whether only a mail server with SMTPUTF8 (RFC 6531) can deliver to the address. */
    static boolean needsSmtpUtf8(InternetAddress address) {
        return MailAddress.parse(address.getAddress()).needsSmtpUtf8();
    }

    /**
     * The same session, with addresses and headers in UTF-8. Not for all messages: a message that was sent with SMTPUTF8 bounces
     * at the next server without it.
     */
    static Session withUtf8(Session session) {
        Properties properties = new Properties();
        properties.putAll(session.getProperties());
        properties.put(ALLOW_UTF8, "true");
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return session.requestPasswordAuthentication(
                        getRequestingSite(),
                        getRequestingPort(),
                        getRequestingProtocol(),
                        getRequestingPrompt(),
                        getDefaultUserName());
            }
        });
    }
}
