package dev.tidemark.web.probeform;

import dev.tidemark.config.document.ValidationError;
import java.util.Set;
import java.util.function.Function;

/** The input of a draft's form that a fault is to be mended at: a row of its budgets, a field, or the text of all else. */
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
    public String apply(ValidationError fault) {
        String[] steps = fault.place().pointer().split("/");
        if (steps.length < 2) {
            return knownOr(fault.detail().split("\\W")[0], "");
        }
        return steps[1].equals("budgets") && steps.length > 2 && !draft.meant().isEmpty()
                ? ofRow(steps, fault.detail())
                : knownOr(steps[1], ProbeDraft.MORE);
    }

    private static String knownOr(String name, String otherwise) {
        return INPUTS.contains(name) ? name : otherwise;
    }

    private String ofRow(String[] steps, String detail) {
        LimitRow row = draft.meant().get(Integer.parseInt(steps[2]));
        String key = steps.length > 3 ? steps[3] : detail.startsWith("budget has no metric") ? "metric" : "bound";
        return LimitRow.name(row.n(), LimitRow.KEYS.contains(key) ? key : "bound");
    }
}
