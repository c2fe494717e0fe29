package dev.tidemark.web.probeform;

import dev.tidemark.config.document.ValidationError;
import java.util.Set;
import java.util.function.Function;

/** Assigns a validation error to an input: a row of the budgets, a field, or the text area for all other keys. */
record ProbeDraftField(ProbeDraft draft) implements Function<ValidationError, String> {

    private static final Set<String> INPUTS = Set.of(
            "id",
            "name",
            "url",
            "every",
            "cron",
            "zone",
            "samples",
            ProbeDraft.VIEWS,
            "profile",
            "locations",
            "tags",
            "notify",
            "enabled");

    @Override
    public String apply(ValidationError error) {
        String[] steps = error.place().pointer().split("/");
        if (steps.length < 2) {
            return knownOr(error.subject(), "");
        }
        return steps[1].equals("budgets")
                        && steps.length > 2
                        && !draft.filledRows().isEmpty()
                ? ofRow(steps, error)
                : knownOr(steps[1], ProbeDraft.MORE);
    }

    private static String knownOr(String name, String otherwise) {
        return INPUTS.contains(name) ? name : otherwise;
    }

    private String ofRow(String[] steps, ValidationError error) {
        LimitRow row = draft.filledRows().get(Integer.parseInt(steps[2]));
        String key = steps.length > 3
                ? steps[3]
                : error.detail().key().equals("validation.budget.noMetric") ? "metric" : "bound";
        return LimitRow.name(row.n(), LimitRow.KEYS.contains(key) ? key : "bound");
    }
}
