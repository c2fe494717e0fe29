package dev.tidemark.story;

import dev.tidemark.chart.ValueText;
import dev.tidemark.history.Run;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.Outcome;
import dev.tidemark.probe.Limit;
import dev.tidemark.wording.Said;
import java.util.List;
import java.util.Optional;

/** A run in one sentence: "LCP 1.83 s, within budget; 62 % of it loading the hero image." */
record Headline(Run run, List<Limit> limits, Optional<LcpStory> lcp) {

    Said text() {
        if (run.outcome().isEmpty()) {
            return Said.of("headline.this_run_is_not_over");
        }
        Outcome outcome = run.outcome().get();
        return outcome.isOk() ? measured() : failed(outcome);
    }

    private Said measured() {
        Optional<Measurement> paint = run.measurements().find(Metric.LCP);
        if (paint.isPresent()) {
            Optional<Said> share = lcp.flatMap(LcpStory::share);
            return share.isPresent()
                    ? Said.of("headline.lcp_and_its_longest_part", value(paint.get()), budget(), share.get())
                    : Said.of("headline.lcp", value(paint.get()), budget());
        }
        return run.measurements()
                .find(Metric.TTFB)
                .map(answered -> Said.of("headline.answered_after", value(answered), budget()))
                .orElse(Said.of("headline.nothing_contentful_was_painted"));
    }

    /** The class of the note that holds it. */
    String tone() {
        return run.outcome().filter(Outcome::isOk).isEmpty() || !broken().isEmpty() ? "note-poor" : "note-good";
    }

    private static Said failed(Outcome outcome) {
        String whose =
                switch (outcome.fault()) {
                    case TARGET -> "headline.the_page_could_not_be_measured";
                    case POLICY -> "headline.the_page_was_not_visited";
                    default -> "headline.our_own_trouble";
                };
        String title = outcome.kind().title();
        return Said.of(whose, outcome.detail().isEmpty() ? title : Said.listed(List.of(title, outcome.detail())));
    }

    private Said budget() {
        if (limits.isEmpty()) {
            return Said.of("headline.no_budget_set");
        }
        List<String> over = broken().stream()
                .map(one -> one.metric().equals(Metric.LCP) ? "LCP" : one.metric() + " (" + value(one) + ")")
                .distinct()
                .toList();
        return over.isEmpty()
                ? Said.of("headline.within_budget")
                : Said.of("headline.over_budget_for", Said.listed(over));
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
