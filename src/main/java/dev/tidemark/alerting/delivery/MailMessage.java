package dev.tidemark.alerting.delivery;

import dev.tidemark.alerting.notification.MailLayout;
import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.PageUrls;
import dev.tidemark.alerting.notification.RenderedMail;
import dev.tidemark.platform.http.HtmlEscaper;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Builds the MIME message. The same notifications always have the same Message-ID, so that mail programs recognise duplicates. */
record MailMessage(MailSettings settings, PageUrls links, AttachedContent attachments) {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    MimeMessage build(Session session, List<Notification> notifications, Instant now) throws MessagingException {
        List<Notice> notices = notifications.stream().map(Notification::notice).toList();
        String recipient = notifications.get(0).recipient();
        MimeMessage message = new MimeMessageWithId(session, id(notices, recipient));
        message.setFrom(sender());
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient, true));
        message.setSubject(MailSubject.of(notices), UTF_8);
        message.setSentDate(Date.from(now));
        if (notices.size() == 1 && notices.get(0).number() > 1) {
            String root = id(notices.get(0).incident(), 1, recipient);
            message.setHeader("In-Reply-To", root);
            message.setHeader("References", root);
        }
        Notice first = notices.get(0);
        message.setHeader("Auto-Submitted", "auto-generated");
        if (first.kind() == NoticeKind.TEST) {
            message.setText(new TestMailBody(first, links).text(), UTF_8);
            message.saveChanges();
            return message;
        }
        message.setHeader(
                "List-Id", "<" + (notices.size() == 1 ? first.probe() + "." : "") + "tidemark." + domain() + ">");
        message.setHeader("List-Unsubscribe", unsubscribe(first));
        if (attachments.unsubscribe().isPresent()) {
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setContent(content(notifications.get(0), notices));
        message.saveChanges();
        return message;
    }

    private MimeMultipart content(Notification first, List<Notice> notices) throws MessagingException {
        if (first.renderedMail().isPresent()) {
            return digestContent(first.renderedMail().get(), notices.get(0));
        }
        NoticeMailBody single = new NoticeMailBody(notices.get(0), links, attachments);
        GroupedMailBody grouped = new GroupedMailBody(notices, links, attachments);
        Map<String, byte[]> images = attachments
                .chart()
                .map(chart -> Map.of(NoticeMailBody.CHART, chart))
                .orElse(Map.of());
        return alternative(
                notices.size() == 1 ? single.text() : grouped.text(),
                notices.size() == 1 ? single.html() : grouped.html(),
                images);
    }

    private MimeMultipart digestContent(RenderedMail mail, Notice notice) throws MessagingException {
        String reason = LocalizedMessage.of("mail.reason.digest", notice.probeName(), notice.probe())
                .toString();
        String text = mail.text() + "\n" + reason
                + attachments
                        .unsubscribe()
                        .map(link -> "\n" + NoticeMailBody.link(LocalizedMessage.of("mail.unsubscribe"), link))
                        .orElse("")
                + "\n";
        String footer = "<p class=\"quiet\" style=\"margin:24px 0 0;color:" + MailLayout.MUTED + ";font-size:13px\">"
                + HtmlEscaper.escape(reason)
                + attachments.unsubscribe().map(NoticeMailBody::unsubscribe).orElse("") + "</p>";
        return alternative(text, MailLayout.page(notice.subject(), mail.html() + footer), mail.images());
    }

    /** Images are part of the message; nothing is loaded from elsewhere. */
    private static MimeMultipart alternative(String plainText, String htmlPage, Map<String, byte[]> images)
            throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(plainText, UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(htmlPage, UTF_8, "html");
        if (images.isEmpty()) {
            return new MimeMultipart("alternative", text, html);
        }
        MimeMultipart related = new MimeMultipart("related", html);
        for (Map.Entry<String, byte[]> image : images.entrySet()) {
            related.addBodyPart(imagePart(image.getKey(), image.getValue()));
        }
        MimeBodyPart withImages = new MimeBodyPart();
        withImages.setContent(related);
        return new MimeMultipart("alternative", text, withImages);
    }

    private static MimeBodyPart imagePart(String name, byte[] png) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(png, "image/png")));
        part.setContentID(RenderedMail.contentId(name));
        part.setDisposition(MimeBodyPart.INLINE);
        part.setFileName(name + ".png");
        return part;
    }

    /** One click (RFC 8058), and for older mail programs an e-mail to the sender. */
    private String unsubscribe(Notice notice) {
        String signed =
                attachments.unsubscribe().map(link -> "<" + link + ">, ").orElse("");
        return signed + "<mailto:" + sender().getAddress() + "?subject=unsubscribe%20" + notice.probe() + ">";
    }

    private InternetAddress sender() {
        return settings.sender().orElseThrow();
    }

    private String domain() {
        String address = sender().getAddress();
        return address.substring(address.indexOf('@') + 1);
    }

    /** One notice: from its incident and number; several: from all of them, because a retry can combine other ones. */
    private String id(List<Notice> notices, String recipient) {
        if (notices.size() == 1) {
            return id(notices.get(0).incident(), notices.get(0).number(), recipient);
        }
        String all = notices.stream()
                .map(notice -> notice.incident() + "." + notice.number())
                .collect(Collectors.joining(" "));
        return "<" + hash(all) + "." + hash(recipient) + "@" + domain() + ">";
    }

    private String id(UUID incident, int number, String recipient) {
        return "<" + incident + "." + number + "." + hash(recipient) + "@" + domain() + ">";
    }

    private static UUID hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps its Message-ID; Jakarta Mail would generate a new one for each attempt. */
    private static final class MimeMessageWithId extends MimeMessage {
        private final String id;

        MimeMessageWithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
