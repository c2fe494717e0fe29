package dev.tidemark.model.probe;

import java.util.List;

/** The limits that hold for a probe because of its tags, for packages that do not know where they are stored. */
@FunctionalInterface
public interface SharedBudgets {
    List<Limit> of(Probe probe);
}
