/**
 * Test runs of definitions that are not saved: measured like any run, but neither stored nor evaluated.
 * Does not contain the form (web.probeform) or scheduled runs (quartz). Entry point: {@code DryRuns}.
 */
package dev.tidemark.scheduling.dryrun;
