package dev.tidemark.prober.vitals;

import dev.tidemark.model.result.Interaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The longest interaction from input to next paint, in ms; one outlier per 50 interactions is ignored. The duration of an
 * interaction is that of its longest event. Empty without an interaction
 * (<a href="https://web.dev/articles/inp">definition</a>,
 * <a href="https://github.com/GoogleChrome/web-vitals/blob/main/src/lib/InteractionManager.ts">web-vitals</a>).
 */
record InteractionToNextPaint(double millis, Interaction worst) {

    private static final int LEFT_OUT_ONE_OF = 50;

    /**
     * @param counted number of interactions counted by the browser, including those too short to be reported as
     *     an event
     */
    static Optional<InteractionToNextPaint> of(List<InputEvent> events, long counted) {
        List<List<InputEvent>> longestFirst =
                new ArrayList<>(byInteraction(events).values());
        longestFirst.sort(Comparator.comparingDouble(
                        (List<InputEvent> all) -> longest(all).duration())
                .reversed());
        if (longestFirst.isEmpty()) {
            return Optional.empty();
        }
        long interactions = Math.max(counted, longestFirst.size());
        int index = (int) Math.min(longestFirst.size() - 1L, interactions / LEFT_OUT_ONE_OF);
        List<InputEvent> chosen = longestFirst.get(index);
        return Optional.of(new InteractionToNextPaint(longest(chosen).duration(), partsOf(chosen)));
    }

    private static Map<Long, List<InputEvent>> byInteraction(List<InputEvent> events) {
        Map<Long, List<InputEvent>> all = new LinkedHashMap<>();
        events.forEach(event -> all.computeIfAbsent(event.interaction(), id -> new ArrayList<>())
                .add(event));
        return all;
    }

    private static InputEvent longest(List<InputEvent> events) {
        return events.stream()
                .max(Comparator.comparingDouble(InputEvent::duration))
                .orElseThrow();
    }

    /** Of the longest event: until its handlers ran, while handlers of the same frame ran, until the paint. */
    private static Interaction partsOf(List<InputEvent> events) {
        InputEvent longest = longest(events);
        double from = longest.start();
        double paint = longest.paint();
        double handled = events.stream()
                .filter(event -> event.start() >= from && event.processingEnd() <= paint)
                .mapToDouble(InputEvent::processingEnd)
                .max()
                .orElse(Math.min(longest.processingEnd(), paint));
        double begun = Math.min(Math.max(longest.processingStart(), from), handled);
        return new Interaction(longest.type(), selectorOf(events), begun - from, handled - begun, paint - handled);
    }

    private static String selectorOf(List<InputEvent> events) {
        return events.stream()
                .map(InputEvent::selector)
                .filter(selector -> !selector.isEmpty())
                .findFirst()
                .orElse("");
    }
}
