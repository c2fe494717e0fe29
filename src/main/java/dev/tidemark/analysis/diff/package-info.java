/**
 * Two sides held against each other: values, requests, elements, third parties, and the likely causes in plain words.
 * Not: which sides, their noise (comparison, trend), how it is shown. Doors: {@code Contrast}, {@code Load}, {@code Noise}.
 */
package dev.tidemark.analysis.diff;
