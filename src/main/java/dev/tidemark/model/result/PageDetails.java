package dev.tidemark.model.result;

import java.util.List;
import java.util.Optional;

/** Details of a page load besides its metrics, which explain the values. */
public record PageDetails(
        String title,
        String finalUrl,
        Optional<LcpElement> lcp,
        List<LayoutShift> shifts,
        Optional<Interaction> worstInteraction,
        List<LongTask> longTasks,
        List<RequestRecord> requests,
        List<ConsoleMessage> console,
        List<StepResult> steps) {

    private static final PageDetails NONE = new PageDetails(
            "", "", Optional.empty(), List.of(), Optional.empty(), List.of(), List.of(), List.of(), List.of());

    public PageDetails {
        shifts = List.copyOf(shifts);
        longTasks = List.copyOf(longTasks);
        requests = List.copyOf(requests);
        console = List.copyOf(console);
        // Details stored by earlier versions have no steps.
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    public static PageDetails none() {
        return NONE;
    }
}
