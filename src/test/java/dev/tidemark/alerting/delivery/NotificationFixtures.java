package dev.tidemark.alerting.delivery;

import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.PageUrls;
import dev.tidemark.alerting.notification.RenderedMail;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.http.BasePath;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import javax.net.ssl.SSLContext;

/** Notices, notifications, and mail sessions as the server creates them from TIDEMARK_SMTP_*, for tests. */
public final class NotificationFixtures {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final int PATIENT_MILLIS = 30_000;
    private static final int IMPATIENT_MILLIS = 700;

    private NotificationFixtures() {}

    static Notice notice(UUID incident, int number, NoticeKind tone, String headline) {
        return new Notice(
                incident,
                number,
                tone,
                new ProbeId("shop-home"),
                "Shop, home page",
                "https://shop.example/?a=1&b=<2>",
                new LocationName("frankfurt"),
                RunId.newAt(NOON),
                NOON,
                headline,
                List.of(
                        "Largest Contentful Paint (critical) is over budget: 3 of the last 3 runs over 2.5 s: 3.9 s, 3.9 s, 3.8 s"),
                Optional.empty());
    }

    /** A digest with a rendered body and two images. */
    static Notification digest(UUID incident, String recipient) {
        Notice notice = new Notice(
                incident,
                1,
                NoticeKind.DIGEST,
                new ProbeId("shop-team"),
                "Shop",
                "",
                LocationName.DEFAULT,
                RunId.newAt(NOON),
                NOON,
                "1 failing, 2 passing – week of 23 February",
                List.of("failing Shop, home page"),
                Optional.empty());
        String html = "<p>all of it<img src=\"" + RenderedMail.imageUrl("page-1") + "\" alt=\"\"><img src=\""
                + RenderedMail.imageUrl("page-2") + "\" alt=\"\"></p>";
        byte[] png = {(byte) 0x89, 'P', 'N', 'G'};
        RenderedMail sheet = new RenderedMail("all of it\n", html, Map.of("page-1", png, "page-2", png));
        return letter(notice, recipient).withRenderedMail(Optional.of(sheet));
    }

    static Notification letter(Notice notice, String recipient) {
        return new Notification(
                UUID.randomUUID(),
                recipient,
                notice,
                NOON,
                1,
                NOON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static MailChannel channel(int port, Clock clock) {
        return channel(session(port), clock);
    }

    /** With a short timeout, for a server that hangs; other timeouts are long, since the machine may be busy. */
    static MailChannel impatientChannel(int port, Clock clock) {
        return channel(Session.getInstance(properties(port, IMPATIENT_MILLIS)), clock);
    }

    static MailChannel channel(Session session, Clock clock) {
        return new MailChannel(
                settings(), new PageUrls(Optional.empty(), "127.0.0.1", 8080, new BasePath("")), clock, session);
    }

    static MailSettings settings() {
        return new MailSettings(Optional.of("localhost"), "Tidemark <tidemark@ops.example>");
    }

    static Session session(int port) {
        return Session.getInstance(properties(port));
    }

    static Session session(int port, String user, String password) {
        Properties properties = properties(port);
        properties.put("mail.smtp.auth", "true");
        return Session.getInstance(properties, login(user, password));
    }

    static Session sessionWithStartTls(int port, SSLContext trusting) {
        Properties properties = properties(port);
        properties.put("mail.smtp.auth", "true");
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", trusting.getSocketFactory());
        return Session.getInstance(properties, login("tide", "mark"));
    }

    static Session sessionWithImplicitTls(int port, SSLContext trusting) {
        Properties properties = properties(port);
        properties.put("mail.smtp.ssl.enable", "true");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", trusting.getSocketFactory());
        return Session.getInstance(properties);
    }

    private static Authenticator login(String user, String password) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password);
            }
        };
    }

    private static Properties properties(int port) {
        return properties(port, PATIENT_MILLIS);
    }

    private static Properties properties(int port, int timeoutMillis) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "localhost");
        properties.put("mail.smtp.port", String.valueOf(port));
        properties.put("mail.smtp.connectiontimeout", String.valueOf(timeoutMillis));
        properties.put("mail.smtp.timeout", String.valueOf(timeoutMillis));
        properties.put("mail.smtp.writetimeout", String.valueOf(timeoutMillis));
        return properties;
    }
}
