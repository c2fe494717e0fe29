package dev.tidemark.observation;

import java.util.List;
import java.util.Optional;

/** What was seen of the page besides numbers: why the numbers are what they are. */
public record PageFacts(
        String title,
        String finalUrl,
        Optional<LcpElement> lcp,
        List<LayoutShift> shifts,
        Optional<Interaction> worstInteraction,
        List<LongTask> longTasks,
        List<RequestFact> requests,
        List<ConsoleLine> console,
        List<StepFact> steps) {

    private static final PageFacts NONE = new PageFacts(
            "", "", Optional.empty(), List.of(), Optional.empty(), List.of(), List.of(), List.of(), List.of());

    public PageFacts {
        shifts = List.copyOf(shifts);
        longTasks = List.copyOf(longTasks);
        requests = List.copyOf(requests);
        console = List.copyOf(console);
        // Facts that an earlier version stored have none.
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    public static PageFacts none() {
        return NONE;
    }
}
