package dev.tidemark.alerting.delivery;

import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.alerting.notification.Notification;
import dev.tidemark.alerting.notification.PageUrls;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/**
 * The JSON that a webhook receives: an event of Tidemark's own, or the format of incoming webhooks of Slack or Teams
 * ({@code slack+https://...}, {@code teams+https://...}).
 */
record WebhookBody(Notification notification, PageUrls links) {

    private static final String SLACK = "slack+";
    private static final String TEAMS = "teams+";

    /** The URL: the recipient without the prefix of its format. */
    String url() {
        return notification.recipient().replaceFirst("^(slack|teams)\\+", "");
    }

    String json() {
        if (notification.recipient().startsWith(SLACK)) {
            return Json.createObjectBuilder().add("text", slack()).build().toString();
        }
        return (notification.recipient().startsWith(TEAMS) ? teams() : json(notification.notice()))
                .build()
                .toString();
    }

    private JsonObjectBuilder json(Notice notice) {
        return switch (notice.kind()) {
            case DIGEST -> digest();
            case TEST -> test();
            default -> event();
        };
    }

    /** Without incident, run and links: there are none. */
    private JsonObjectBuilder test() {
        Notice notice = notification.notice();
        return Json.createObjectBuilder()
                .add("id", notification.id().toString())
                .add("event", notice.kind().label())
                .add("at", notice.at().toString())
                .add("headline", notice.headline())
                .add("lines", Json.createArrayBuilder(notice.lines()));
    }

    private JsonObjectBuilder event() {
        Notice notice = notification.notice();
        return Json.createObjectBuilder()
                .add("id", notification.id().toString())
                .add("event", notice.kind().label())
                .add("incident", notice.incident().toString())
                .add("number", notice.number())
                .add("probe", notice.probe().slug())
                .add("name", notice.probeName())
                .add("url", notice.url())
                .add("location", notice.location().name())
                .add("run", notice.run().toString())
                .add("at", notice.at().toString())
                .add("headline", notice.headline())
                .add("lines", Json.createArrayBuilder(notice.lines()))
                .add(
                        "links",
                        Json.createObjectBuilder()
                                .add("incident", links.forNotice(notice))
                                .add("run", links.run(notice.run()))
                                .add("probe", links.probe(notice.probe())));
    }

    private JsonObjectBuilder digest() {
        Notice notice = notification.notice();
        return Json.createObjectBuilder()
                .add("id", notification.id().toString())
                .add("event", notice.kind().label())
                .add("list", notice.probe().slug())
                .add("name", notice.probeName())
                .add("at", notice.at().toString())
                .add("headline", notice.headline())
                .add("lines", Json.createArrayBuilder(notice.lines()))
                .add("links", Json.createObjectBuilder().add("digest", links.forNotice(notice)));
    }

    /** Slack's mrkdwn requires these three characters to be escaped: https://api.slack.com/reference/surfaces/formatting */
    private String slack() {
        Notice notice = notification.notice();
        String text =
                notice.subject().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return switch (notice.kind()) {
            case TEST -> text;
            case DIGEST ->
                text + "\n" + link(links.forNotice(notice), notice.kind().linkText());
            default ->
                text + "\n" + link(links.forNotice(notice), notice.kind().linkText()) + " "
                        + link(links.run(notice.run()), LocalizedMessage.of("notification.link.run"));
        };
    }

    private static String link(String url, LocalizedMessage text) {
        return "<" + url + "|" + text + ">";
    }

    /** An adaptive card, as the webhook of Teams Workflows expects it. */
    private JsonObjectBuilder teams() {
        Notice notice = notification.notice();
        JsonObjectBuilder card = Json.createObjectBuilder()
                .add("type", "AdaptiveCard")
                .add("version", "1.4")
                .add(
                        "body",
                        Json.createArrayBuilder()
                                .add(block(notice.subject()))
                                .add(block(String.join("\n\n", notice.lines()))))
                .add("actions", teamsActions(notice));
        JsonObjectBuilder attachment = Json.createObjectBuilder()
                .add("contentType", "application/vnd.microsoft.card.adaptive")
                .add("content", card);
        return Json.createObjectBuilder()
                .add("type", "message")
                .add("attachments", Json.createArrayBuilder().add(attachment));
    }

    private JsonArrayBuilder teamsActions(Notice notice) {
        JsonArrayBuilder actions = Json.createArrayBuilder();
        if (notice.kind() != NoticeKind.TEST) {
            actions.add(Json.createObjectBuilder()
                    .add("type", "Action.OpenUrl")
                    .add("title", notice.kind().linkText().toString())
                    .add("url", links.forNotice(notice)));
        }
        return actions;
    }

    private static JsonObjectBuilder block(String text) {
        return Json.createObjectBuilder()
                .add("type", "TextBlock")
                .add("text", text)
                .add("wrap", true);
    }
}
