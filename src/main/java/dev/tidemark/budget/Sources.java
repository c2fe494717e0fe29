package dev.tidemark.budget;

import dev.tidemark.history.RunHistory;
import dev.tidemark.marker.Markers;

/** Where verdicts get their facts from. */
record Sources(RunHistory history, Markers markers) {}
