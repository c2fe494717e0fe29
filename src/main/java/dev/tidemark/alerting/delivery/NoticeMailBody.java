package dev.tidemark.alerting.delivery;

import dev.tidemark.alerting.notification.MailLayout;
import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.alerting.notification.PageUrls;
import dev.tidemark.alerting.notification.RenderedMail;
import dev.tidemark.alerting.notification.TextTemplate;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.http.HtmlEscaper;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.UtcTimestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The body of an e-mail about one notice, as plain text and as HTML. */
record NoticeMailBody(Notice notice, PageUrls links, AttachedContent attachments) {

    /** The name of the image. */
    static final String CHART = "chart";

    private static final String BODY = """
            <p style="margin:0 0 4px"><strong style="background:{colour};color:#ffffff;padding:2px 8px;border-radius:4px">{tone}</strong></p>
            <h1 style="margin:0;font-size:20px;line-height:1.3">{probe}</h1>
            <p style="margin:4px 0 16px;font-size:18px">{headline}</p>
            <ul style="margin:0 0 16px;padding-left:20px">{lines}</ul>
            {picture}{changed}
            <table role="presentation" style="border-collapse:collapse;margin:0 0 16px">{facts}</table>
            <p style="margin:0 0 16px">{acknowledge}{links}</p>
            <p class="quiet" style="margin:0;color:{quiet};font-size:13px">{why}</p>""";

    private static final String CHART_IMAGE = "<p style=\"margin:0 0 16px\"><img src=\"" + RenderedMail.imageUrl(CHART)
            + "\" alt=\"{alternative}\" width=\"600\" style=\"width:100%;height:auto;border-radius:6px\"></p>";

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(LocalizedMessage.of("mail.opening." + notice.kind().label(), notice.probeName()))
                .append('\n');
        text.append(notice.headline()).append("\n\n");
        notice.lines().forEach(line -> text.append("- ").append(line).append('\n'));
        text.append('\n').append(aligned(facts())).append('\n').append(aligned(pages()));
        attachments.acknowledge().ifPresent(link -> text.append('\n')
                .append(link(LocalizedMessage.of("mail.acknowledge"), link))
                .append('\n'));
        attachments
                .recentChanges()
                .forEach(line -> text.append('\n').append(line).append('\n'));
        text.append('\n').append(reason());
        attachments.unsubscribe().ifPresent(link -> text.append('\n')
                .append(link(LocalizedMessage.of("mail.unsubscribe"), link)));
        return text.append('\n').toString().replace("\r\n", "\n");
    }

    String html() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("colour", colour(notice.kind()));
        values.put("quiet", MailLayout.MUTED);
        values.put("tone", HtmlEscaper.escape(notice.kind().title().toString()));
        values.put("probe", HtmlEscaper.escape(notice.probeName()));
        values.put("headline", HtmlEscaper.escape(notice.headline()));
        values.put("lines", each("<li>%s</li>", notice.lines()));
        values.put("facts", rows());
        values.put("links", anchors());
        values.put("picture", attachments.chart().isPresent() ? chartImage() : "");
        values.put("changed", each("<p style=\"margin:0 0 16px\">%s</p>", attachments.recentChanges()));
        values.put(
                "acknowledge",
                attachments.acknowledge().map(NoticeMailBody::button).orElse(""));
        values.put(
                "why",
                HtmlEscaper.escape(reason().toString())
                        + attachments
                                .unsubscribe()
                                .map(NoticeMailBody::unsubscribe)
                                .orElse(""));
        return MailLayout.page(notice.subject(), TextTemplate.fill(BODY, values));
    }

    private static String chartImage() {
        String alternative =
                HtmlEscaper.escape(LocalizedMessage.of("mail.chart.alternative").toString());
        return TextTemplate.fill(CHART_IMAGE, Map.of("alternative", alternative));
    }

    private static String button(String link) {
        return "<a href=\"" + HtmlEscaper.escape(link)
                + "\" style=\"display:inline-block;background:#0a6685;color:#ffffff;padding:8px 14px;"
                + "border-radius:6px;text-decoration:none\" class=\"act\">"
                + HtmlEscaper.escape(LocalizedMessage.of("mail.acknowledge").toString()) + "</a><br><br>";
    }

    /** The link for one-click unsubscription, as HTML after a sentence. */
    static String unsubscribe(String link) {
        return " " + anchor(LocalizedMessage.of("mail.unsubscribe").toString(), link);
    }

    /** A link in plain text. */
    static LocalizedMessage link(LocalizedMessage name, String link) {
        return LocalizedMessage.of("mail.link.text", name, link);
    }

    private static String anchor(String name, String link) {
        return "<a href=\"" + HtmlEscaper.escape(link) + "\">" + HtmlEscaper.escape(name) + "</a>";
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(LocalizedMessage.of("mail.fact.url").toString(), notice.url());
        facts.put(
                LocalizedMessage.of("mail.fact.location").toString(),
                notice.location().name());
        facts.put(LocalizedMessage.of("mail.fact.time").toString(), UtcTimestamp.of(notice.at()));
        return facts;
    }

    private Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put(notice.kind().linkText().toString(), links.forNotice(notice));
        pages.put(LocalizedMessage.of("notification.link.run").toString(), links.run(notice.run()));
        pages.put(LocalizedMessage.of("notification.link.trend").toString(), links.probe(notice.probe()));
        pages.put(LocalizedMessage.of("notification.link.compare").toString(), links.compare(notice.run()));
        return pages;
    }

    /** A line each, with the values in one column. */
    private static String aligned(Map<String, String> values) {
        int width = 2 + values.keySet().stream().mapToInt(String::length).max().orElse(0);
        return values.entrySet().stream()
                .map(one -> one.getKey() + " ".repeat(width - one.getKey().length()) + one.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private String anchors() {
        return pages().entrySet().stream()
                .map(one -> anchor(one.getKey(), one.getValue()))
                .collect(Collectors.joining(" &nbsp; "));
    }

    private String rows() {
        return facts().entrySet().stream()
                .map(fact -> "<tr><td class=\"quiet\" style=\"padding:2px 16px 2px 0;color:" + MailLayout.MUTED + "\">"
                        + HtmlEscaper.escape(fact.getKey())
                        + "</td><td style=\"padding:2px 0;word-break:break-word\">"
                        + HtmlEscaper.escape(fact.getValue())
                        + "</td></tr>")
                .collect(Collectors.joining());
    }

    private LocalizedMessage reason() {
        return notice.probe().equals(ProbeId.MONITOR)
                ? LocalizedMessage.of("mail.reason.self")
                : LocalizedMessage.of("mail.reason.probe", notice.probe());
    }

    /** The background of the label. */
    static String colour(NoticeKind kind) {
        return switch (kind) {
            case FAILING -> MailLayout.POOR;
            case DEGRADED, WORSE -> MailLayout.FAIR;
            case RECOVERED, BETTER -> MailLayout.GOOD;
            case DIGEST, TEST -> "#0a6685";
        };
    }

    private static String each(String format, Iterable<String> texts) {
        StringBuilder all = new StringBuilder();
        texts.forEach(text -> all.append(String.format(format, HtmlEscaper.escape(text))));
        return all.toString();
    }
}
