package dev.tidemark.config.reader;

import dev.tidemark.config.document.ValidationError;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.TagLimit;
import java.util.List;
import java.util.Optional;

/**
 * The parsed definitions of a text. They must not be used when there are errors.
 *
 * @param shared limits by tag; empty when the text does not define any
 */
public record ParsedDefinitions(
        List<ProbeDefinition> all, Optional<List<TagLimit>> shared, List<ValidationError> errors) {

    public ParsedDefinitions {
        all = List.copyOf(all);
        shared = shared.map(List::copyOf);
        errors = List.copyOf(errors);
    }

    /** Definitions without limits by tag. */
    public ParsedDefinitions(List<ProbeDefinition> all, List<ValidationError> errors) {
        this(all, Optional.empty(), errors);
    }

    public boolean isValid() {
        return errors.isEmpty();
    }

    public List<Probe> probes() {
        return all.stream().map(ProbeDefinition::probe).toList();
    }
}
