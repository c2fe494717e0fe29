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
record DigestText(Digest edition, PageUrls links) {

    String text() {
        DigestPhrases words = new DigestPhrases(edition);
        StringBuilder text = new StringBuilder();
        text.append(words.title()).append('\n').append(words.span()).append("\n\n");
        words.unused().ifPresent(sentence -> text.append(sentence).append("\n\n"));
        section(text, "incidents", edition.incidents(), one -> incident(words, one), links.incidents());
        if (!edition.counts().isEmpty()) {
            section(text, "pages", edition.pages(), this::page, links.overview());
            section(text, "changes", edition.changes(), one -> change(words, one), links.overview());
            section(text, "annotations", edition.markers(), words::annotation, links.markers());
        }
        return text.toString();
    }

    /** A line per incident and page, for webhooks. */
    List<String> lines() {
        DigestPhrases words = new DigestPhrases(edition);
        return Stream.of(
                        words.unused().stream(),
                        edition.incidents().shown().stream().map(one -> LocalizedMessage.of(
                                        "digest.incident.line", words.incident(one), words.since(one))
                                .toString()),
                        edition.pages().shown().stream().map(this::line))
                .flatMap(part -> part)
                .toList();
    }

    private <T> void section(
            StringBuilder text, String section, TruncatedList<T> some, Function<T, String> line, String rest) {
        text.append(heading(section)).append('\n');
        if (some.isEmpty()) {
            text.append("- ").append(DigestPhrases.section("empty")).append('\n');
        }
        some.shown().forEach(one -> text.append("- ").append(line.apply(one)).append('\n'));
        if (some.more() > 0) {
            text.append(LocalizedMessage.of("digest.more.text", DigestPhrases.more(some.more(), section), rest))
                    .append('\n');
        }
        text.append('\n');
    }

    private String heading(String section) {
        String heading = DigestPhrases.section(section);
        return section.equals("pages")
                ? LocalizedMessage.of("digest.percentiles.heading", heading, new DigestPhrases(edition).percentiles())
                        .toString()
                : heading;
    }

    private String incident(DigestPhrases words, Incident one) {
        return LocalizedMessage.of(
                        "digest.incident.text",
                        DigestPhrases.state(one.state().label()),
                        words.incident(one),
                        words.since(one))
                + "\n  " + links.incident(one.id());
    }

    private String change(DigestPhrases words, DigestChange one) {
        return LocalizedMessage.of(
                        "digest.change.text", DigestPhrases.direction(one), words.change(one), words.since(one))
                + "\n  " + links.probe(one.change().probe()) + "#changes";
    }

    private String page(DigestEntry page) {
        return Stream.of(
                        Stream.of(LocalizedMessage.of("digest.page.text", state(page), page.title(), page.reason())
                                .toString()),
                        page.figures().stream().map(DigestMetric::text),
                        Stream.of(page.failureWords(edition.period()), links.probe(page.probe())))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n  "));
    }

    private String line(DigestEntry page) {
        List<String> facts = Stream.concat(
                        page.figures().stream().map(DigestMetric::text), Stream.of(page.failureWords(edition.period())))
                .toList();
        return LocalizedMessage.of("digest.page.line", state(page), page.title(), LocalizedMessage.list(facts))
                .toString();
    }

    private static String state(DigestEntry page) {
        return DigestPhrases.state(page.state().label());
    }
}
