/**
 * Run pages and tables of runs.
 * Does not analyze runs (reporting.diagnosis) or store them (storage.run). Entry points: the pages.
 */
package dev.tidemark.web.run;
