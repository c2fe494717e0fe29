package dev.tidemark.web.budget;

import dev.tidemark.analysis.budget.Verdict;
import dev.tidemark.config.writer.ProbeWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An explanation as the API writes it; what is not known is left out. */
final class BudgetExplanationDocument {

    private BudgetExplanationDocument() {}

    static Map<String, Object> of(BudgetExplanation explanation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("location", explanation.location().name());
        json.put("at", explanation.at().toString());
        json.put(
                "limits",
                explanation.limits().stream()
                        .map(BudgetExplanationDocument::held)
                        .toList());
        json.put(
                "idle",
                explanation.idle().stream()
                        .map(one -> Map.of(
                                "limit",
                                ProbeWriter.budgets(List.of(one.limit())).get(0),
                                "why",
                                one.why().toString()))
                        .toList());
        return json;
    }

    static Map<String, Object> of(Uptime uptime) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("window", uptime.span().toString());
        uptime.tally().uptime().ifPresent(percent -> json.put("percent", percent));
        json.put("counted", uptime.tally().counted());
        json.put("failed", uptime.tally().failed());
        json.put("left", uptime.tally().left());
        return json;
    }

    private static Map<String, Object> held(BudgetExplanation.Held held) {
        Verdict verdict = held.verdict();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("limit", ProbeWriter.budgets(List.of(held.limit())).get(0));
        json.put("words", held.words().toString());
        json.put("origin", held.origin().toString());
        json.put("verdict", held.state());
        verdict.value().ifPresent(value -> json.put("value", value));
        verdict.bound().ifPresent(bound -> json.put("bound", bound.value()));
        json.put("unit", held.limit().metric().unit().symbol());
        json.put("breaching", verdict.breaching());
        json.put("counted", verdict.counted());
        json.put("values", verdict.values());
        json.put("arithmetic", verdict.arithmetic().toString());
        held.spending().ifPresent(spending -> json.put("errorBudget", spending(spending)));
        return json;
    }

    private static Map<String, Object> spending(BudgetExplanation.Spending spending) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("allowed", spending.budget().allowed());
        json.put("failed", spending.budget().failed());
        json.put("left", spending.budget().left());
        if (Double.isFinite(spending.hour())) {
            json.put("burnRate1h", spending.hour());
        }
        if (Double.isFinite(spending.day())) {
            json.put("burnRate24h", spending.day());
        }
        return json;
    }
}
