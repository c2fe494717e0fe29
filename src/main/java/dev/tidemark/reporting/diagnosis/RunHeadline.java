package dev.tidemark.reporting.diagnosis;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.ValueStatus;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.run.Run;
import java.util.List;
import java.util.Optional;

/** The summary of a run in one sentence: "LCP 1.83 s, within budget; 62 % of it loading the hero image." */
record RunHeadline(Run run, List<Limit> limits, Optional<LcpBreakdown> lcp) {

    LocalizedMessage text() {
        if (run.outcome().isEmpty()) {
            return LocalizedMessage.of("run.headline.notFinished");
        }
        Outcome outcome = run.outcome().get();
        return outcome.isOk() ? measured() : failed(outcome);
    }

    private LocalizedMessage measured() {
        Optional<Measurement> lcpValue = run.measurements().find(Metric.LCP);
        if (lcpValue.isPresent()) {
            Optional<LocalizedMessage> share = lcp.flatMap(LcpBreakdown::share);
            return share.isPresent()
                    ? LocalizedMessage.of("run.headline.lcpWithPart", value(lcpValue.get()), budget(), share.get())
                    : LocalizedMessage.of("run.headline.lcp", value(lcpValue.get()), budget());
        }
        return run.measurements()
                .find(Metric.TTFB)
                .map(ttfb -> LocalizedMessage.of("run.headline.response", value(ttfb), budget()))
                .orElse(LocalizedMessage.of("run.headline.noPaint"));
    }

    /** The CSS class of the note that contains it. */
    String cssClass() {
        return run.outcome().filter(Outcome::isOk).isEmpty() || !overBudget().isEmpty() ? "note-poor" : "note-good";
    }

    private static LocalizedMessage failed(Outcome outcome) {
        String key =
                switch (outcome.fault()) {
                    case TARGET -> "run.headline.targetFailed";
                    case POLICY -> "run.headline.blocked";
                    default -> "run.headline.monitorFailed";
                };
        LocalizedMessage title = outcome.kind().title();
        return LocalizedMessage.of(
                key, outcome.detail().isEmpty() ? title : LocalizedMessage.list(List.of(title, outcome.detail())));
    }

    private LocalizedMessage budget() {
        if (limits.isEmpty()) {
            return LocalizedMessage.of("run.headline.noBudget");
        }
        if (limits.stream().noneMatch(Limit::isPerRun)) {
            return LocalizedMessage.of("run.headline.noLimitOfRuns");
        }
        List<LocalizedMessage> over = overBudget().stream()
                .map(one -> one.metric().equals(Metric.LCP)
                        ? one.metric().shortName()
                        : LocalizedMessage.of(
                                "run.headline.metricWithValue", one.metric().shortName(), value(one)))
                .distinct()
                .toList();
        return over.isEmpty()
                ? LocalizedMessage.of("run.headline.withinBudget")
                : LocalizedMessage.of("run.headline.overBudget", LocalizedMessage.list(over));
    }

    private List<Measurement> overBudget() {
        return run.measurements().stream().filter(one -> status(one).isOver()).toList();
    }

    /** The rating is not part of the headline, so that the form factor does not matter. */
    private ValueStatus status(Measurement one) {
        return ValueStatus.of(one, limits, FormFactor.DESKTOP);
    }

    private String value(Measurement one) {
        return status(one).text(one);
    }
}
