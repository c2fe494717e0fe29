package dev.tidemark.alerting.notification;

import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.http.HtmlEscaper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of a mail about one notice, as plain text and as HTML that a phone and a dark room can bear. */
record NoticeMailBody(Notice notice, PageUrls links, AttachedContent enclosed) {

    /** The name by which the page shows the picture. */
    static final String CHART = "chart";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String BODY = """
            <p style="margin:0 0 4px"><strong style="background:{colour};color:#ffffff;padding:2px 8px;border-radius:4px">{tone}</strong></p>
            <h1 style="margin:0;font-size:20px;line-height:1.3">{probe}</h1>
            <p style="margin:4px 0 16px;font-size:18px">{headline}</p>
            <ul style="margin:0 0 16px;padding-left:20px">{lines}</ul>
            {picture}{changed}
            <table role="presentation" style="border-collapse:collapse;margin:0 0 16px">{facts}</table>
            <p style="margin:0 0 16px">{acknowledge}<a href="{incident}">{more}</a> &nbsp; <a href="{run}">Run</a> &nbsp; <a href="{page}">Trend</a> &nbsp; <a href="{compare}">Compare</a></p>
            <p class="quiet" style="margin:0;color:{quiet};font-size:13px">{why}</p>""";

    private static final String PICTURE = "<p style=\"margin:0 0 16px\"><img src=\"" + RenderedMail.address(CHART)
            + "\" alt=\"The last day as a chart\" width=\"600\" style=\"width:100%;height:auto;border-radius:6px\"></p>";

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(notice.probeName())
                .append(" is ")
                .append(notice.tone().label())
                .append(":\n");
        text.append(notice.headline()).append("\n\n");
        notice.lines().forEach(line -> text.append("- ").append(line).append('\n'));
        text.append('\n');
        facts().forEach((name, value) -> text.append(String.format("%-10s%s%n", name, value)));
        text.append(String.format("%n%-10s", more())).append(links.about(notice));
        text.append("\nRun       ").append(links.run(notice.run()));
        text.append("\nTrend     ").append(links.probe(notice.probe()));
        text.append("\nCompare   ").append(links.compare(notice.run()));
        enclosed.acknowledge()
                .ifPresent(link -> text.append("\nI look after it: ").append(link));
        enclosed.changed().forEach(line -> text.append("\n\n").append(line));
        text.append("\n\n").append(why());
        enclosed.unsubscribe()
                .ifPresent(link -> text.append("\nNo more letters: ").append(link));
        return text.append('\n').toString().replace("\r\n", "\n");
    }

    String html() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("colour", colour(notice.tone()));
        values.put("quiet", MailLayout.QUIET);
        values.put("tone", notice.tone().label());
        values.put("probe", HtmlEscaper.escape(notice.probeName()));
        values.put("headline", HtmlEscaper.escape(notice.headline()));
        values.put("lines", each("<li>%s</li>", notice.lines()));
        values.put("facts", rows());
        values.put("incident", HtmlEscaper.escape(links.about(notice)));
        values.put("more", more());
        values.put("run", HtmlEscaper.escape(links.run(notice.run())));
        values.put("page", HtmlEscaper.escape(links.probe(notice.probe())));
        values.put("compare", HtmlEscaper.escape(links.compare(notice.run())));
        values.put("picture", enclosed.chart().isPresent() ? PICTURE : "");
        values.put("changed", each("<p style=\"margin:0 0 16px\">%s</p>", enclosed.changed()));
        values.put("acknowledge", enclosed.acknowledge().map(NoticeMailBody::button).orElse(""));
        values.put(
                "why",
                HtmlEscaper.escape(why())
                        + enclosed.unsubscribe().map(NoticeMailBody::goodbye).orElse(""));
        return MailLayout.page(notice.subject(), TextTemplate.fill(BODY, values));
    }

    private static String button(String link) {
        return "<a href=\"" + HtmlEscaper.escape(link)
                + "\" style=\"display:inline-block;background:#0a6685;color:#ffffff;padding:8px 14px;"
                + "border-radius:6px;text-decoration:none\" class=\"act\">I look after it</a><br><br>";
    }

    static String goodbye(String link) {
        return " <a href=\"" + HtmlEscaper.escape(link) + "\">No more letters</a>";
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Page", notice.url());
        facts.put("Location", notice.location().name());
        facts.put("At", time(notice.at()));
        return facts;
    }

    private String rows() {
        return facts().entrySet().stream()
                .map(fact -> "<tr><td class=\"quiet\" style=\"padding:2px 16px 2px 0;color:" + MailLayout.QUIET + "\">"
                        + fact.getKey()
                        + "</td><td style=\"padding:2px 0;word-break:break-word\">" + HtmlEscaper.escape(fact.getValue())
                        + "</td></tr>")
                .collect(Collectors.joining());
    }

    private String more() {
        return notice.tone() == NoticeKind.WORSE || notice.tone() == NoticeKind.BETTER ? "Changes" : "Incident";
    }

    private String why() {
        if (notice.probe().equals(ProbeId.OURSELVES)) {
            return "You get this because you are among the operators of Tidemark.";
        }
        return "You get this because the probe " + notice.probe() + " names you under notify, or did when this began.";
    }

    /** The ground of a white word that says how bad it is. */
    static String colour(NoticeKind tone) {
        return switch (tone) {
            case FAILING -> MailLayout.POOR;
            case DEGRADED, WORSE -> MailLayout.FAIR;
            case RECOVERED, BETTER -> MailLayout.GOOD;
            case DIGEST -> "#0a6685";
        };
    }

    private static String each(String format, Iterable<String> texts) {
        StringBuilder all = new StringBuilder();
        texts.forEach(text -> all.append(String.format(format, HtmlEscaper.escape(text))));
        return all.toString();
    }

    static String time(Instant at) {
        return TIME.format(at);
    }
}
