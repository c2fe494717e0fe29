package dev.tidemark.analysis.budget;

import dev.tidemark.storage.marker.Markers;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.timeseries.RunSeries;

/** Where verdicts get their facts from. */
record EvaluationSources(RunHistory history, RunSeries runSeries, Markers markers) {}
