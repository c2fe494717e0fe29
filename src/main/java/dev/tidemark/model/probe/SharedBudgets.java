package dev.tidemark.model.probe;

import java.util.List;

/** The limits that apply to a probe by its tags, for packages that do not depend on their storage. */
@FunctionalInterface
public interface SharedBudgets {
    List<Limit> of(Probe probe);
}
