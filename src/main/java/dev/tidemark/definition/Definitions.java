package dev.tidemark.definition;

import dev.tidemark.document.Fault;
import dev.tidemark.probe.Probe;
import dev.tidemark.probe.TagLimit;
import java.util.List;
import java.util.Optional;

/**
 * What a text defines; with a single fault nothing of it may be used.
 *
 * @param shared limits by tag; empty when the text says nothing of them
 */
public record Definitions(List<Definition> all, Optional<List<TagLimit>> shared, List<Fault> faults) {

    public Definitions {
        all = List.copyOf(all);
        shared = shared.map(List::copyOf);
        faults = List.copyOf(faults);
    }

    /** Without limits by tag. */
    public Definitions(List<Definition> all, List<Fault> faults) {
        this(all, Optional.empty(), faults);
    }

    public boolean isFaultless() {
        return faults.isEmpty();
    }

    public List<Probe> probes() {
        return all.stream().map(Definition::probe).toList();
    }
}
