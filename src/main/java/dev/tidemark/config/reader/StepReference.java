package dev.tidemark.config.reader;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Step;
import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds a step of a journey by its number from 1, or by a text that only one step contains. */
record StepReference(List<Step> journey) {

    Metric metric(String text, Metric plain) {
        return Metric.ofStep(text.matches("\\d{1,2}") ? number(Integer.parseInt(text)) : search(text), plain);
    }

    private int number(int n) {
        if (n < 1 || !journey.isEmpty() && n > journey.size()) {
            throw new InvalidValueException("validation.step.number", n, Math.max(1, journey.size()));
        }
        return n;
    }

    private int search(String text) {
        List<Integer> found = IntStream.range(0, journey.size())
                .filter(i -> searchText(journey.get(i)).contains(text.toLowerCase(Locale.ROOT)))
                .mapToObj(i -> i + 1)
                .toList();
        if (found.size() != 1) {
            throw journey.isEmpty()
                    ? new InvalidValueException("validation.step.noJourney", text)
                    : found.isEmpty()
                            ? new InvalidValueException("validation.step.noMatch", text, journey.size())
                            : new InvalidValueException(
                                    "validation.step.ambiguous", text, numbers(found), journey.size());
        }
        return found.get(0);
    }

    private static String numbers(List<Integer> found) {
        return found.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** The record of the step as text, including the names of its components. */
    private static String searchText(Step step) {
        return step.toString().toLowerCase(Locale.ROOT);
    }
}
