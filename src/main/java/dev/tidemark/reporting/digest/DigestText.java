package dev.tidemark.reporting.digest;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.notification.PageUrls;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.digest.Digest.DigestChange;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A digest as plain text. */
record DigestText(Digest digest, PageUrls links) {

    String text() {
        DigestPhrases phrases = new DigestPhrases(digest);
        StringBuilder text = new StringBuilder();
        text.append(phrases.title()).append('\n').append(phrases.span()).append("\n\n");
        phrases.unused().ifPresent(sentence -> text.append(sentence).append("\n\n"));
        section(text, "incidents", digest.incidents(), one -> incident(phrases, one), links.incidents());
        if (!digest.counts().isEmpty()) {
            section(text, "pages", digest.pages(), this::page, links.overview());
            section(text, "changes", digest.changes(), one -> change(phrases, one), links.overview());
            section(text, "annotations", digest.markers(), phrases::annotation, links.markers());
        }
        return text.toString();
    }

    /** A line per incident and page, for webhooks. */
    List<String> lines() {
        DigestPhrases phrases = new DigestPhrases(digest);
        return Stream.of(
                        phrases.unused().stream(),
                        digest.incidents().shown().stream().map(one -> LocalizedMessage.of(
                                        "digest.incident.line", phrases.incident(one), phrases.since(one))
                                .toString()),
                        digest.pages().shown().stream().map(this::line))
                .flatMap(part -> part)
                .toList();
    }

    private <T> void section(
            StringBuilder text, String section, TruncatedList<T> items, Function<T, String> line, String rest) {
        text.append(heading(section)).append('\n');
        if (items.isEmpty()) {
            text.append("- ").append(DigestPhrases.section("empty")).append('\n');
        }
        items.shown().forEach(one -> text.append("- ").append(line.apply(one)).append('\n'));
        if (items.more() > 0) {
            text.append(LocalizedMessage.of("digest.more.text", DigestPhrases.more(items.more(), section), rest))
                    .append('\n');
        }
        text.append('\n');
    }

    private String heading(String section) {
        String heading = DigestPhrases.section(section);
        return section.equals("pages")
                ? LocalizedMessage.of("digest.percentiles.heading", heading, new DigestPhrases(digest).percentiles())
                        .toString()
                : heading;
    }

    private String incident(DigestPhrases phrases, Incident one) {
        return LocalizedMessage.of(
                        "digest.incident.text",
                        DigestPhrases.state(one.state().label()),
                        phrases.incident(one),
                        phrases.since(one))
                + "\n  " + links.incident(one.id());
    }

    private String change(DigestPhrases phrases, DigestChange one) {
        return LocalizedMessage.of(
                        "digest.change.text", DigestPhrases.direction(one), phrases.change(one), phrases.since(one))
                + "\n  " + links.probe(one.change().probe()) + "#changes";
    }

    private String page(DigestEntry page) {
        return Stream.of(
                        Stream.of(LocalizedMessage.of("digest.page.text", state(page), page.title(), page.reason())
                                .toString()),
                        page.metrics().stream().map(DigestMetric::text),
                        Stream.of(page.failureText(digest.period()), links.probe(page.probe())))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n  "));
    }

    private String line(DigestEntry page) {
        List<String> facts = Stream.concat(
                        page.metrics().stream().map(DigestMetric::text), Stream.of(page.failureText(digest.period())))
                .toList();
        return LocalizedMessage.of("digest.page.line", state(page), page.title(), LocalizedMessage.list(facts))
                .toString();
    }

    private static String state(DigestEntry page) {
        return DigestPhrases.state(page.state().label());
    }
}
