package dev.tidemark.alerting.delivery;

import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.PageUrls;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.UtcTimestamp;

/** The plain text of a test e-mail. Its only link is that of the installation. */
record TestMailBody(Notice notice, PageUrls links) {

    String text() {
        return String.join("\n", notice.lines()) + "\n\n"
                + LocalizedMessage.of("mail.test.sentBy", links.overview(), UtcTimestamp.of(notice.at())) + "\n";
    }
}
