package dev.tidemark.analysis.budget;

import dev.tidemark.storage.marker.Markers;
import dev.tidemark.storage.run.RunHistory;

/** Data sources of the evaluation. */
record EvaluationSources(RunHistory history, Markers markers) {}
