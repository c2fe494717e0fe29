/**
 * Sets the stage for a sample: a fresh context and page as the probe wants them; and does a visitor's steps on it.
 * Not: watching what the page does, or saying how it ended (browser). Door: {@code Stage}.
 */
package dev.tidemark.stage;
