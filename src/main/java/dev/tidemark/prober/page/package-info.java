/**
 * Sets the stage for a sample: a fresh context and page as the probe wants them, heard by us alone; for a probe with
 * steps a page of Playwright's, and does the visitor's steps on it.
 * Not: watching what the page does, or saying how it ended (browser). Door: {@code Stage}.
 */
package dev.tidemark.prober.page;
