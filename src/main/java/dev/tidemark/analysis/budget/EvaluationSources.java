package dev.tidemark.analysis.budget;

import dev.tidemark.storage.marker.Markers;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.timeseries.RunSeries;

/** Data sources of the evaluation. */
record EvaluationSources(RunHistory history, RunSeries runSeries, Markers markers) {}
