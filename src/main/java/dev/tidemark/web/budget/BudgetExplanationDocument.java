package dev.tidemark.web.budget;

import dev.tidemark.analysis.budget.Verdict;
import dev.tidemark.config.writer.ProbeWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An explanation as JSON; unknown values are left out. */
final class BudgetExplanationDocument {

    private BudgetExplanationDocument() {}

    static Map<String, Object> of(BudgetExplanation explanation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("location", explanation.location().name());
        json.put("at", explanation.at().toString());
        json.put(
                "limits",
                explanation.limits().stream()
                        .map(BudgetExplanationDocument::applied)
                        .toList());
        json.put(
                "idle",
                explanation.inactive().stream()
                        .map(one -> Map.of(
                                "limit",
                                ProbeWriter.budgets(List.of(one.limit())).get(0),
                                "why",
                                one.reason().toString()))
                        .toList());
        return json;
    }

    static Map<String, Object> of(Uptime uptime) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("window", uptime.span().toString());
        uptime.tally().uptime().ifPresent(percent -> json.put("percent", percent));
        json.put("counted", uptime.tally().counted());
        json.put("failed", uptime.tally().failed());
        json.put("left", uptime.tally().excluded());
        return json;
    }

    private static Map<String, Object> applied(BudgetExplanation.AppliedLimit applied) {
        Verdict verdict = applied.verdict();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("limit", ProbeWriter.budgets(List.of(applied.limit())).get(0));
        json.put("words", applied.text().toString());
        json.put("origin", applied.origin().toString());
        json.put("verdict", applied.state());
        verdict.value().ifPresent(value -> json.put("value", value));
        verdict.threshold().ifPresent(bound -> json.put("bound", bound.value()));
        json.put("unit", applied.limit().metric().unit().symbol());
        json.put("breaching", verdict.breaching());
        json.put("counted", verdict.counted());
        json.put("values", verdict.values());
        json.put("arithmetic", verdict.calculation().toString());
        applied.burnRate().ifPresent(burnRate -> json.put("errorBudget", spending(burnRate)));
        return json;
    }

    private static Map<String, Object> spending(BudgetExplanation.BurnRate burnRate) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("allowed", burnRate.budget().allowed());
        json.put("failed", burnRate.budget().failed());
        json.put("left", burnRate.budget().remaining());
        if (Double.isFinite(burnRate.lastHour())) {
            json.put("burnRate1h", burnRate.lastHour());
        }
        if (Double.isFinite(burnRate.lastDay())) {
            json.put("burnRate24h", burnRate.lastDay());
        }
        return json;
    }
}
