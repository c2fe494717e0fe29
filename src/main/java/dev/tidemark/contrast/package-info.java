/**
 * Two loads held against each other: values, requests, third parties, and the likely causes in plain words.
 * Not: series of many runs (trend), how it is shown (dashboard). Doors: {@code Contrast}, {@code Load}.
 */
package dev.tidemark.contrast;
