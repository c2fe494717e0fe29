package dev.tidemark.reporting.digest;

import static dev.tidemark.platform.http.HtmlEscaper.escape;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.alerting.notification.MailLayout;
import dev.tidemark.alerting.notification.PageUrls;
import dev.tidemark.alerting.notification.RenderedMail;
import dev.tidemark.model.metric.Rating;
import dev.tidemark.reporting.digest.Digest.DigestChange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A digest as HTML for an e-mail: one column for small screens; colours repeat what the text says. */
record DigestHtml(Digest digest, PageUrls links) {

    private static final String FAINT = "rgba(128,128,128,.35)";
    private static final String HEADING =
            "<h2 style=\"margin:28px 0 8px;padding:12px 0 0;border-top:2px solid " + FAINT + ";font-size:17px\">";
    private static final String QUIET = "<span class=\"quiet\" style=\"color:" + MailLayout.MUTED + "\">";

    private static final String CELL = " style=\"padding:2px 12px 2px 0;";

    String html() {
        DigestPhrases phrases = new DigestPhrases(digest);
        StringBuilder html = new StringBuilder();
        html.append("<h1 style=\"margin:0;font-size:20px;line-height:1.3;overflow-wrap:anywhere\">")
                .append(escape(phrases.title()))
                .append("</h1><p class=\"quiet\" style=\"margin:4px 0 0;color:" + MailLayout.MUTED + "\">")
                .append(escape(phrases.span()))
                .append("</p>");
        phrases.unused().ifPresent(sentence -> html.append("<p style=\"margin:16px 0\">")
                .append(escape(sentence))
                .append("</p>"));
        list(html, "incidents", digest.incidents(), one -> incident(phrases, one), links.incidents());
        if (!digest.counts().isEmpty()) {
            pages(html, phrases);
            list(html, "changes", digest.changes(), one -> change(phrases, one), links.overview());
            list(html, "annotations", digest.markers(), one -> escape(phrases.annotation(one)), links.markers());
        }
        return html.toString();
    }

    /** The images (PNG) by name. */
    Map<String, byte[]> images() {
        Map<String, byte[]> images = new TreeMap<>();
        List<DigestEntry> pages = digest.pages().shown();
        for (int i = 0; i < pages.size(); i++) {
            String name = name(i);
            pages.get(i).chart().ifPresent(chart -> images.put(name, chart.png()));
        }
        return images;
    }

    private <T> void list(
            StringBuilder html, String section, TruncatedList<T> items, Function<T, String> item, String rest) {
        html.append(HEADING).append(escape(DigestPhrases.section(section))).append("</h2>");
        if (items.isEmpty()) {
            html.append("<p class=\"quiet\" style=\"margin:0;color:" + MailLayout.MUTED + "\">"
                    + escape(DigestPhrases.section("empty")) + "</p>");
            return;
        }
        html.append("<ul style=\"list-style:none;margin:0;padding:0\">");
        items.shown().forEach(one -> html.append("<li style=\"margin:0 0 10px;overflow-wrap:anywhere\">")
                .append(item.apply(one))
                .append("</li>"));
        html.append("</ul>").append(rest(items.more(), section, rest));
    }

    private static String rest(int more, String section, String rest) {
        return more == 0
                ? ""
                : "<p style=\"margin:0\"><a href=\"" + escape(rest) + "\">" + escape(DigestPhrases.more(more, section))
                        + "</a></p>";
    }

    private String incident(DigestPhrases phrases, Incident one) {
        return badge(
                        DigestPhrases.state(one.state().label()),
                        one.state() == ProbeState.FAILING ? MailLayout.POOR : MailLayout.FAIR)
                + " <a href=\""
                + escape(links.incident(one.id())) + "\">" + escape(phrases.incident(one)) + "</a> " + QUIET
                + escape(phrases.since(one)) + "</span>";
    }

    private String change(DigestPhrases phrases, DigestChange one) {
        return badge(DigestPhrases.direction(one), one.change().isWorse() ? MailLayout.FAIR : MailLayout.GOOD)
                + " <a href=\""
                + escape(links.probe(one.change().probe())) + "#changes\">" + escape(phrases.change(one)) + "</a> "
                + QUIET + escape(phrases.since(one)) + "</span>";
    }

    private void pages(StringBuilder html, DigestPhrases phrases) {
        html.append(HEADING)
                .append(escape(DigestPhrases.section("pages")))
                .append("</h2><p class=\"quiet\" style=\"margin:0 0 12px;color:" + MailLayout.MUTED
                        + ";font-size:13px\">")
                .append(escape(phrases.percentiles()))
                .append("</p>");
        List<DigestEntry> pages = digest.pages().shown();
        for (int i = 0; i < pages.size(); i++) {
            page(html, pages.get(i), name(i));
        }
        html.append(rest(digest.pages().more(), "pages", links.overview()));
    }

    private void page(StringBuilder html, DigestEntry page, String image) {
        html.append("<h3 style=\"margin:20px 0 0;font-size:16px;line-height:1.4;overflow-wrap:anywhere\">")
                .append(badge(DigestPhrases.state(page.state().label()), background(page.state())))
                .append(" <a href=\"")
                .append(escape(links.probe(page.probe())))
                .append("\">")
                .append(escape(page.title()))
                .append("</a></h3><p style=\"margin:2px 0 6px;overflow-wrap:anywhere\">")
                .append(escape(page.reason()))
                .append("</p>");
        page.chart().ifPresent(chart -> html.append("<p style=\"margin:0 0 6px\"><img src=\"")
                .append(RenderedMail.imageUrl(image))
                .append("\" alt=\"")
                .append(escape(chart.alternativeText()))
                .append("\" width=\"600\" style=\"display:block;width:100%;height:auto;border-radius:6px\"></p>"));
        if (!page.metrics().isEmpty()) {
            html.append(page.metrics().stream()
                    .map(DigestHtml::row)
                    .collect(Collectors.joining(
                            "", "<table style=\"border-collapse:collapse;margin:0 0 6px\">", "</table>")));
        }
        html.append("<p class=\"quiet\" style=\"margin:0;color:" + MailLayout.MUTED + "\">")
                .append(escape(page.failureText(digest.period())))
                .append("</p>");
    }

    /** Rating and change share a cell, so that they wrap on small screens. */
    private static String row(DigestMetric one) {
        return "<tr style=\"vertical-align:top\"><th scope=\"row\"" + CELL + "text-align:left;font-weight:400\">"
                + escape(one.name().toString()) + "</th><td" + CELL + "white-space:nowrap\"><strong>" + one.value()
                + "</strong></td><td style=\"padding:2px 0\">" + rating(one) + " <span class=\"quiet\" style=\"color:"
                + MailLayout.MUTED
                + ";white-space:nowrap\">"
                + escape(one.change()) + "</span></td></tr>";
    }

    private static String rating(DigestMetric one) {
        return one.rating()
                .map(rating -> "<span class=\"" + paint(rating) + "\" style=\"padding-right:10px;color:"
                        + colour(rating) + "\">" + escape(one.ratingText()) + "</span>")
                .orElse("");
    }

    private static String paint(Rating rating) {
        return rating == Rating.NEEDS_IMPROVEMENT ? "fair" : rating.label();
    }

    private static String colour(Rating rating) {
        return switch (rating) {
            case GOOD -> MailLayout.GOOD;
            case NEEDS_IMPROVEMENT -> MailLayout.FAIR;
            case POOR -> MailLayout.POOR;
        };
    }

    private static String background(ProbeState state) {
        return switch (state) {
            case FAILING -> MailLayout.POOR;
            case DEGRADED -> MailLayout.FAIR;
            case PASSING -> MailLayout.GOOD;
            case UNKNOWN, PAUSED -> MailLayout.MUTED;
        };
    }

    private static String badge(String text, String background) {
        return "<strong style=\"background:" + background
                + ";color:#ffffff;padding:1px 6px;border-radius:4px;font-size:14px;white-space:nowrap\">" + escape(text)
                + "</strong>";
    }

    private static String name(int page) {
        return String.format("page-%02d", page + 1);
    }
}
