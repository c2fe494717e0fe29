package dev.tidemark.delivery;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** A letter as a MIME message. The same letter always makes the same Message-ID, so that a repeated one can be told. */
record Envelope(MailSettings settings, Links links) {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    MimeMessage message(Session session, Letter letter, Instant now) throws MessagingException {
        Notice notice = letter.notice();
        MimeMessage message = new Identified(session, id(notice.incident(), notice.number(), letter.recipient()));
        message.setFrom(sender());
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.recipient(), true));
        message.setSubject(notice.subject(), UTF_8);
        message.setSentDate(Date.from(now));
        if (notice.number() > 1) {
            String root = id(notice.incident(), 1, letter.recipient());
            message.setHeader("In-Reply-To", root);
            message.setHeader("References", root);
        }
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("List-Id", "<" + notice.probe() + ".tidemark." + domain() + ">");
        message.setHeader("List-Unsubscribe", unsubscribe(notice));
        message.setContent(content(new MailBody(notice, links)));
        message.saveChanges();
        return message;
    }

    private static MimeMultipart content(MailBody body) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(body.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(body.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    /** A mail to whoever runs this: recipients stand in the probe's definition, which a stranger must not change. */
    private String unsubscribe(Notice notice) {
        return "<mailto:" + sender().getAddress() + "?subject=unsubscribe%20" + notice.probe() + ">";
    }

    private InternetAddress sender() {
        return settings.sender().orElseThrow();
    }

    private String domain() {
        String address = sender().getAddress();
        return address.substring(address.indexOf('@') + 1);
    }

    private String id(UUID incident, int number, String recipient) {
        UUID hash = UUID.nameUUIDFromBytes(recipient.getBytes(StandardCharsets.UTF_8));
        return "<" + incident + "." + number + "." + hash + "@" + domain() + ">";
    }

    /** Keeps its Message-ID: Jakarta Mail would make a new one at each sending. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
