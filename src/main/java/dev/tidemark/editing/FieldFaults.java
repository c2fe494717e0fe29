package dev.tidemark.editing;

import dev.tidemark.document.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The faults of a draft, each at the input that is to be mended; those of no input stand under the empty name. */
final class FieldFaults {

    private static final Set<String> INPUTS = Set.of(
            "id",
            "name",
            "url",
            "every",
            "cron",
            "zone",
            "samples",
            Draft.VIEWS,
            "profile",
            "locations",
            "tags",
            "notify",
            "enabled");

    private final Draft draft;
    private final Map<String, List<String>> byInput = new LinkedHashMap<>();

    FieldFaults(Draft draft, List<Fault> faults) {
        this.draft = draft;
        faults.forEach(fault ->
                byInput.computeIfAbsent(input(fault), none -> new ArrayList<>()).add(fault.detail()));
    }

    static FieldFaults none() {
        return new FieldFaults(Draft.empty(), List.of());
    }

    /** @param input the name of the input, as the page gives it; empty for what concerns none */
    public record Told(String input, String detail) {}

    boolean isEmpty() {
        return byInput.isEmpty();
    }

    /** All that is wrong with an input; empty when it is right. */
    String at(String input) {
        return String.join(". ", byInput.getOrDefault(input, List.of()));
    }

    List<Told> all() {
        List<Told> all = new ArrayList<>();
        byInput.forEach((input, details) -> details.forEach(detail -> all.add(new Told(input, detail))));
        return all;
    }

    private String input(Fault fault) {
        String[] steps = fault.place().pointer().split("/");
        if (steps.length < 2) {
            return knownOr(fault.detail().split("\\W")[0], "");
        }
        return steps[1].equals("budgets") && steps.length > 2 && !draft.meant().isEmpty()
                ? ofRow(steps, fault.detail())
                : knownOr(steps[1], Draft.MORE);
    }

    private static String knownOr(String name, String otherwise) {
        return INPUTS.contains(name) ? name : otherwise;
    }

    private String ofRow(String[] steps, String detail) {
        BudgetRow row = draft.meant().get(Integer.parseInt(steps[2]));
        String key = steps.length > 3 ? steps[3] : detail.startsWith("budget has no metric") ? "metric" : "bound";
        return BudgetRow.name(row.n(), BudgetRow.KEYS.contains(key) ? key : "bound");
    }
}
