package dev.tidemark.config.importer;

import dev.tidemark.config.document.ValidationError;
import dev.tidemark.model.probe.Step;
import java.util.List;

/**
 * The result of a journey import.
 *
 * @param ignored the steps that are not supported, each with the reason
 */
public record ImportedJourney(String title, List<Step> steps, List<ValidationError> ignored) {

    public ImportedJourney {
        steps = List.copyOf(steps);
        ignored = List.copyOf(ignored);
    }
}
