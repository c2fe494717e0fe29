package dev.tidemark.alerting.notification;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/**
 * What a webhook gets: our own event, or the shape that Slack's or Teams' incoming webhooks take
 * ({@code slack+https://...}, {@code teams+https://...}).
 */
record WebhookBody(Notification letter, PageUrls links) {

    private static final String SLACK = "slack+";
    private static final String TEAMS = "teams+";

    /** The recipient without the prefix of its shape. */
    String address() {
        return letter.recipient().replaceFirst("^(slack|teams)\\+", "");
    }

    String json() {
        if (letter.recipient().startsWith(SLACK)) {
            return Json.createObjectBuilder().add("text", slack()).build().toString();
        }
        boolean digest = letter.notice().tone() == NoticeKind.DIGEST;
        return (letter.recipient().startsWith(TEAMS) ? teams() : digest ? digest() : event())
                .build()
                .toString();
    }

    private JsonObjectBuilder event() {
        Notice notice = letter.notice();
        return Json.createObjectBuilder()
                .add("id", letter.id().toString())
                .add("event", notice.tone().label())
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
                                .add("incident", links.about(notice))
                                .add("run", links.run(notice.run()))
                                .add("probe", links.probe(notice.probe())));
    }

    private JsonObjectBuilder digest() {
        Notice notice = letter.notice();
        return Json.createObjectBuilder()
                .add("id", letter.id().toString())
                .add("event", notice.tone().label())
                .add("list", notice.probe().slug())
                .add("name", notice.probeName())
                .add("at", notice.at().toString())
                .add("headline", notice.headline())
                .add("lines", Json.createArrayBuilder(notice.lines()))
                .add("links", Json.createObjectBuilder().add("digest", links.about(notice)));
    }

    /** Slack's mrkdwn needs these three characters escaped: https://api.slack.com/reference/surfaces/formatting */
    private String slack() {
        Notice notice = letter.notice();
        String words =
                notice.subject().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return notice.tone() == NoticeKind.DIGEST
                ? words + "\n<" + links.about(notice) + "|Digest>"
                : words + "\n<" + links.about(notice) + "|Incident> <" + links.run(notice.run()) + "|Run>";
    }

    /** An adaptive card, as the Workflows webhook takes it. */
    private JsonObjectBuilder teams() {
        Notice notice = letter.notice();
        JsonObjectBuilder card = Json.createObjectBuilder()
                .add("type", "AdaptiveCard")
                .add("version", "1.4")
                .add(
                        "body",
                        Json.createArrayBuilder()
                                .add(block(notice.subject()))
                                .add(block(String.join("\n\n", notice.lines()))))
                .add(
                        "actions",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "Action.OpenUrl")
                                        .add("title", notice.tone() == NoticeKind.DIGEST ? "Digest" : "Incident")
                                        .add("url", links.about(notice))));
        JsonObjectBuilder attachment = Json.createObjectBuilder()
                .add("contentType", "application/vnd.microsoft.card.adaptive")
                .add("content", card);
        return Json.createObjectBuilder()
                .add("type", "message")
                .add("attachments", Json.createArrayBuilder().add(attachment));
    }

    private static JsonObjectBuilder block(String text) {
        return Json.createObjectBuilder()
                .add("type", "TextBlock")
                .add("text", text)
                .add("wrap", true);
    }
}
