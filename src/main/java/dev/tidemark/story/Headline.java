package dev.tidemark.story;

import dev.tidemark.chart.ValueText;
import dev.tidemark.history.Run;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.Outcome;
import dev.tidemark.probe.Limit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A run in one sentence: "LCP 1.83 s, within budget; 62 % of it loading the hero image." */
record Headline(Run run, List<Limit> limits, Optional<LcpStory> lcp) {

    String text() {
        if (run.outcome().isEmpty()) {
            return "This run is not over yet.";
        }
        Outcome outcome = run.outcome().get();
        if (!outcome.isOk()) {
            return failed(outcome);
        }
        return run.measurements()
                .find(Metric.LCP)
                .map(measured -> "LCP " + value(measured) + ", " + budget()
                        + lcp.flatMap(LcpStory::share).orElse("") + ".")
                .orElseGet(() -> run.measurements()
                        .find(Metric.TTFB)
                        .map(measured -> "Answered after " + value(measured) + ", " + budget() + ".")
                        .orElse("Nothing contentful was painted."));
    }

    /** The class of the note that holds it. */
    String tone() {
        return run.outcome().filter(Outcome::isOk).isEmpty() || !broken().isEmpty() ? "note-poor" : "note-good";
    }

    private static String failed(Outcome outcome) {
        String whose =
                switch (outcome.fault()) {
                    case TARGET -> "The page could not be measured: ";
                    case POLICY -> "The page was not visited: ";
                    default -> "Our own trouble, not the page's: ";
                };
        return whose + outcome.kind().title() + (outcome.detail().isEmpty() ? "" : ", " + outcome.detail());
    }

    private String budget() {
        if (limits.isEmpty()) {
            return "no budget set";
        }
        List<Measurement> over = broken();
        return over.isEmpty()
                ? "within budget"
                : "over budget for "
                        + over.stream()
                                .map(one -> one.metric().equals(Metric.LCP)
                                        ? "LCP"
                                        : one.metric() + " (" + value(one) + ")")
                                .distinct()
                                .collect(Collectors.joining(", "));
    }

    private List<Measurement> broken() {
        return limits.stream()
                .flatMap(limit -> run.measurements().find(limit.metric()).filter(one -> breaks(one, limit)).stream())
                .toList();
    }

    private static boolean breaks(Measurement one, Limit limit) {
        return limit.fixed().filter(bound -> !bound.allows(one.value())).isPresent();
    }

    private static String value(Measurement one) {
        return ValueText.of(one.metric(), one.value());
    }
}
