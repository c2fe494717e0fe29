package dev.tidemark.reporting.digest;

import dev.tidemark.alerting.incident.Incident;
import dev.tidemark.alerting.notification.PageUrls;
import dev.tidemark.reporting.digest.Digest.Moved;
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
        words.nobody().ifPresent(sentence -> text.append(sentence).append("\n\n"));
        part(text, "Open incidents", edition.incidents(), one -> incident(words, one), "incident", links.incidents());
        if (!edition.counts().isEmpty()) {
            String title = "Pages, worst first (" + words.percentile() + ")";
            part(text, title, edition.pages(), this::page, "page", links.overview());
            part(text, "Lasting changes", edition.changes(), one -> change(words, one), "change", links.overview());
            part(text, "What happened", edition.markers(), words::marker, "marker", links.markers());
        }
        return text.toString();
    }

    /** The same in a line per incident and page, for those who get no mail. */
    List<String> lines() {
        DigestPhrases words = new DigestPhrases(edition);
        return Stream.of(
                        words.nobody().stream(),
                        edition.incidents().shown().stream()
                                .map(one -> "open: " + words.incident(one) + ", " + words.since(one)),
                        edition.pages().shown().stream().map(this::line))
                .flatMap(part -> part)
                .toList();
    }

    private <T> void part(
            StringBuilder text,
            String title,
            TruncatedList<T> some,
            Function<T, String> line,
            String what,
            String rest) {
        text.append(title).append("\n");
        if (some.isEmpty()) {
            text.append("  none\n");
        }
        some.shown().forEach(one -> text.append("- ").append(line.apply(one)).append('\n'));
        if (some.more() > 0) {
            text.append(DigestPhrases.more(some.more(), what))
                    .append(": ")
                    .append(rest)
                    .append('\n');
        }
        text.append('\n');
    }

    private String incident(DigestPhrases words, Incident one) {
        return "[" + one.state().label() + "] " + words.incident(one) + ", " + words.since(one) + "\n  "
                + links.incident(one.id());
    }

    private String change(DigestPhrases words, Moved one) {
        return "[" + DigestPhrases.direction(one) + "] " + words.change(one) + " " + words.since(one) + "\n  "
                + links.probe(one.change().probe()) + "#changes";
    }

    private String page(DigestEntry page) {
        return Stream.of(
                        Stream.of("[" + DigestPhrases.state(page.state()) + "] " + page.title() + ": " + page.reason()),
                        page.figures().stream().map(DigestText::figure),
                        Stream.of(page.failureWords(edition.period()), links.probe(page.probe())))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n  "));
    }

    private String line(DigestEntry page) {
        String figures = page.figures().stream().map(DigestText::figure).collect(Collectors.joining(", "));
        return DigestPhrases.state(page.state()) + ": " + page.title() + (figures.isEmpty() ? "" : ", " + figures) + ", "
                + page.failureWords(edition.period());
    }

    private static String figure(DigestMetric one) {
        String rating = one.ratingWords().isEmpty() ? "" : ", " + one.ratingWords();
        String change = one.change().isEmpty() ? "" : " (" + one.change() + ")";
        return one.metric() + " " + one.value() + rating + change;
    }
}
