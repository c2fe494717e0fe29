package dev.tidemark.alerting.notification;

import dev.tidemark.platform.http.HtmlEscaper;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words of a mail about several notices: a list, worst first. */
record GroupedMailBody(List<Notice> notices, PageUrls links, AttachedContent enclosed) {

    private static final int MOST_LISTED = 100;

    private static final String ROW = """
            <li style="margin:0 0 12px"><strong style="background:{colour};color:#ffffff;padding:1px 6px;border-radius:4px">{tone}</strong>
            <a href="{incident}">{probe}</a> <span class="quiet" style="color:{quiet}">@ {location}, {time}</span><br>{headline}</li>
            """;

    String text() {
        StringBuilder text = new StringBuilder(title()).append("\n\n");
        for (Notice notice : listed()) {
            text.append(notice.subject())
                    .append("\n  ")
                    .append(links.about(notice))
                    .append("\n\n");
        }
        return text.append(rest())
                .append("All incidents: ")
                .append(links.incidents())
                .append(enclosed.unsubscribe()
                        .map(link -> "\nNo more letters: " + link)
                        .orElse(""))
                .append('\n')
                .toString();
    }

    String html() {
        StringBuilder rows = new StringBuilder();
        for (Notice notice : listed()) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("colour", NoticeMailBody.colour(notice.tone()));
            values.put("quiet", MailLayout.QUIET);
            values.put("tone", notice.tone().label());
            values.put("incident", HtmlEscaper.escape(links.about(notice)));
            values.put("probe", HtmlEscaper.escape(notice.probeName()));
            values.put("location", notice.location().name());
            values.put("time", NoticeMailBody.time(notice.at()));
            values.put("headline", HtmlEscaper.escape(notice.headline()));
            rows.append(TextTemplate.fill(ROW, values));
        }
        String body = "<h1 style=\"margin:0 0 16px;font-size:20px\">" + HtmlEscaper.escape(title())
                + "</h1><ul style=\"list-style:none;margin:0;padding:0\">" + rows + "</ul><p>" + rest() + "<a href=\""
                + HtmlEscaper.escape(links.incidents()) + "\">All incidents</a>"
                + enclosed.unsubscribe().map(NoticeMailBody::goodbye).orElse("") + "</p>";
        return MailLayout.page(MailSubject.of(notices), body);
    }

    private List<Notice> listed() {
        return notices.stream()
                .sorted(Comparator.comparing(Notice::tone))
                .limit(MOST_LISTED)
                .toList();
    }

    private String title() {
        long probes = notices.stream().map(Notice::probe).distinct().count();
        return notices.size() + " changes on " + probes + (probes == 1 ? " probe" : " probes")
                + MailSubject.shared(notices).map(cause -> ", " + cause).orElse("");
    }

    private String rest() {
        return notices.size() <= MOST_LISTED ? "" : "And " + (notices.size() - MOST_LISTED) + " more. ";
    }
}
