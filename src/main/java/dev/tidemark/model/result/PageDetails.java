package dev.tidemark.model.result;

import java.util.List;
import java.util.Optional;

/** What was seen of the page besides numbers: why the numbers are what they are. */
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
        // Facts that an earlier version stored have none.
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    public static PageDetails none() {
        return NONE;
    }
}
