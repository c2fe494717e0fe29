package dev.tidemark.alerting.delivery;

import dev.tidemark.alerting.notification.MailLayout;
import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.PageUrls;
import dev.tidemark.alerting.notification.TextTemplate;
import dev.tidemark.platform.http.HtmlEscaper;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.UtcTimestamp;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The body of an e-mail about several notices: a list, most severe first. */
record GroupedMailBody(List<Notice> notices, PageUrls links, AttachedContent attachments) {

    private static final int MAX_LISTED = 100;

    private static final String ROW = """
            <li style="margin:0 0 12px"><strong style="background:{colour};color:#ffffff;padding:1px 6px;border-radius:4px">{tone}</strong>
            <a href="{incident}">{probe}</a> <span class="quiet" style="color:{quiet}">@ {location}, {time}</span><br>{headline}</li>
            """;

    String text() {
        StringBuilder text = new StringBuilder(title()).append("\n\n");
        for (Notice notice : listed()) {
            text.append(notice.subject())
                    .append("\n  ")
                    .append(links.forNotice(notice))
                    .append("\n\n");
        }
        moreText().ifPresent(sentence -> text.append(sentence).append("\n"));
        text.append(NoticeMailBody.link(LocalizedMessage.of("mail.several.allIncidents"), links.incidents()));
        attachments.unsubscribe().ifPresent(link -> text.append('\n')
                .append(NoticeMailBody.link(LocalizedMessage.of("mail.unsubscribe"), link)));
        return text.append('\n').toString();
    }

    String html() {
        StringBuilder rows = new StringBuilder();
        for (Notice notice : listed()) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("colour", NoticeMailBody.colour(notice.kind()));
            values.put("quiet", MailLayout.MUTED);
            values.put("tone", HtmlEscaper.escape(notice.kind().title().toString()));
            values.put("incident", HtmlEscaper.escape(links.forNotice(notice)));
            values.put("probe", HtmlEscaper.escape(notice.probeName()));
            values.put("location", notice.location().name());
            values.put("time", UtcTimestamp.of(notice.at()));
            values.put("headline", HtmlEscaper.escape(notice.headline()));
            rows.append(TextTemplate.fill(ROW, values));
        }
        String body = "<h1 style=\"margin:0 0 16px;font-size:20px\">" + HtmlEscaper.escape(title())
                + "</h1><ul style=\"list-style:none;margin:0;padding:0\">" + rows + "</ul><p>"
                + moreText().map(sentence -> HtmlEscaper.escape(sentence) + " ").orElse("") + "<a href=\""
                + HtmlEscaper.escape(links.incidents()) + "\">"
                + HtmlEscaper.escape("" + LocalizedMessage.of("mail.several.allIncidents"))
                + "</a>"
                + attachments.unsubscribe().map(NoticeMailBody::unsubscribe).orElse("") + "</p>";
        return MailLayout.page(MailSubject.of(notices), body);
    }

    private List<Notice> listed() {
        return notices.stream()
                .sorted(Comparator.comparing(Notice::kind))
                .limit(MAX_LISTED)
                .toList();
    }

    private String title() {
        long probes = notices.stream().map(Notice::probe).distinct().count();
        return MailSubject.shared(notices)
                .map(cause -> LocalizedMessage.of("mail.several.titleShared", notices.size(), probes, cause))
                .orElseGet(() -> LocalizedMessage.of("mail.several.title", notices.size(), probes))
                .toString();
    }

    private Optional<String> moreText() {
        int remaining = notices.size() - MAX_LISTED;
        return remaining > 0
                ? Optional.of(
                        LocalizedMessage.of("mail.several.more", remaining).toString())
                : Optional.empty();
    }
}
