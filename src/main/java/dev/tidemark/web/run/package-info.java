/**
 * Pages of runs, their chart files, and tables of runs on other pages.
 * Does not diagnose runs ({@code reporting.diagnosis}). Entry points: {@code RunPage}, {@code RunsPage}, {@code RunRowFactory}.
 */
package dev.tidemark.web.run;
