package dev.tidemark.definition;

import dev.tidemark.document.Fault;
import dev.tidemark.probe.Probe;
import java.util.List;

/** What a text defines; with a single fault nothing of it may be used. */
public record Definitions(List<Definition> all, List<Fault> faults) {

    public Definitions {
        all = List.copyOf(all);
        faults = List.copyOf(faults);
    }

    public boolean isFaultless() {
        return faults.isEmpty();
    }

    public List<Probe> probes() {
        return all.stream().map(Definition::probe).toList();
    }
}
