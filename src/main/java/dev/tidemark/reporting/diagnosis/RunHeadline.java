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
            return LocalizedMessage.of("run.headline.notFinished");
        }
        Outcome outcome = run.outcome().get();
        return outcome.isOk() ? measured() : failed(outcome);
    }

    private LocalizedMessage measured() {
        Optional<Measurement> paint = run.measurements().find(Metric.LCP);
        if (paint.isPresent()) {
            Optional<LocalizedMessage> share = lcp.flatMap(LcpBreakdown::share);
            return share.isPresent()
                    ? LocalizedMessage.of("run.headline.lcpWithPart", value(paint.get()), budget(), share.get())
                    : LocalizedMessage.of("run.headline.lcp", value(paint.get()), budget());
        }
        return run.measurements()
                .find(Metric.TTFB)
                .map(answered -> LocalizedMessage.of("run.headline.response", value(answered), budget()))
                .orElse(LocalizedMessage.of("run.headline.noPaint"));
    }

    /** The class of the note that holds it. */
    String tone() {
        return run.outcome().filter(Outcome::isOk).isEmpty() || !broken().isEmpty() ? "note-poor" : "note-good";
    }

    private static LocalizedMessage failed(Outcome outcome) {
        String whose =
                switch (outcome.fault()) {
                    case TARGET -> "run.headline.targetFailed";
                    case POLICY -> "run.headline.blocked";
                    default -> "run.headline.monitorFailed";
                };
        LocalizedMessage title = outcome.kind().title();
        return LocalizedMessage.of(
                whose, outcome.detail().isEmpty() ? title : LocalizedMessage.listed(List.of(title, outcome.detail())));
    }

    private LocalizedMessage budget() {
        if (limits.isEmpty()) {
            return LocalizedMessage.of("run.headline.noBudget");
        }
        List<LocalizedMessage> over = broken().stream()
                .map(one -> one.metric().equals(Metric.LCP)
                        ? one.metric().shortName()
                        : LocalizedMessage.of(
                                "run.headline.metricWithValue", one.metric().shortName(), value(one)))
                .distinct()
                .toList();
        return over.isEmpty()
                ? LocalizedMessage.of("run.headline.withinBudget")
                : LocalizedMessage.of("run.headline.overBudget", LocalizedMessage.listed(over));
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
