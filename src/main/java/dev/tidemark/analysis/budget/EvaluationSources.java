package dev.tidemark.analysis.budget;

import dev.tidemark.storage.marker.Markers;
import dev.tidemark.storage.run.RunHistory;

/** Where verdicts get their facts from. */
record EvaluationSources(RunHistory history, Markers markers) {}
