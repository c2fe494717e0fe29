package dev.tidemark.reporting.diagnosis;

import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.run.Run;
import java.util.List;
import java.util.Optional;

/** A run in one sentence: "LCP 1.83 s, within budget; 62 % of it loading the hero image." */
record RunHeadline(Run run, List<Limit> limits, Optional<LcpBreakdown> lcp) {

    LocalizedMessage text() {
        if (run.outcome().isEmpty()) {
            return LocalizedMessage.of("headline.this_run_is_not_over");
        }
        Outcome outcome = run.outcome().get();
        return outcome.isOk() ? measured() : failed(outcome);
    }

    private LocalizedMessage measured() {
        Optional<Measurement> paint = run.measurements().find(Metric.LCP);
        if (paint.isPresent()) {
            Optional<LocalizedMessage> share = lcp.flatMap(LcpBreakdown::share);
            return share.isPresent()
                    ? LocalizedMessage.of("headline.lcp_and_its_longest_part", value(paint.get()), budget(), share.get())
                    : LocalizedMessage.of("headline.lcp", value(paint.get()), budget());
        }
        return run.measurements()
                .find(Metric.TTFB)
                .map(answered -> LocalizedMessage.of("headline.answered_after", value(answered), budget()))
                .orElse(LocalizedMessage.of("headline.nothing_contentful_was_painted"));
    }

    /** The class of the note that holds it. */
    String tone() {
        return run.outcome().filter(Outcome::isOk).isEmpty() || !broken().isEmpty() ? "note-poor" : "note-good";
    }

    private static LocalizedMessage failed(Outcome outcome) {
        String whose =
                switch (outcome.fault()) {
                    case TARGET -> "headline.the_page_could_not_be_measured";
                    case POLICY -> "headline.the_page_was_not_visited";
                    default -> "headline.our_own_trouble";
                };
        String title = outcome.kind().title();
        return LocalizedMessage.of(whose, outcome.detail().isEmpty() ? title : LocalizedMessage.listed(List.of(title, outcome.detail())));
    }

    private LocalizedMessage budget() {
        if (limits.isEmpty()) {
            return LocalizedMessage.of("headline.no_budget_set");
        }
        List<String> over = broken().stream()
                .map(one -> one.metric().equals(Metric.LCP) ? "LCP" : one.metric() + " (" + value(one) + ")")
                .distinct()
                .toList();
        return over.isEmpty()
                ? LocalizedMessage.of("headline.within_budget")
                : LocalizedMessage.of("headline.over_budget_for", LocalizedMessage.listed(over));
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
        return MetricFormat.of(one.metric(), one.value());
    }
}
