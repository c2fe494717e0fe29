package dev.tidemark.model.probe;

import java.util.List;

/** The limits that hold for a probe because of its tags, to rooms that do not know where they are kept. */
@FunctionalInterface
public interface SharedBudgets {
    List<Limit> of(Probe probe);
}
