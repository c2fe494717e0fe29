package dev.tidemark.config.importer;

import dev.tidemark.config.document.ValidationError;
import dev.tidemark.model.probe.Step;
import java.util.List;

/**
 * What a recorded journey comes to here.
 *
 * @param ignored what has no equal here, each with its reason
 */
public record ImportedJourney(String title, List<Step> steps, List<ValidationError> ignored) {

    public ImportedJourney {
        steps = List.copyOf(steps);
        ignored = List.copyOf(ignored);
    }
}
