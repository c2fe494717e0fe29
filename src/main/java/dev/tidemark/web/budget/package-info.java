/**
 * What is allowed, shown and chosen: which limits hold and what they come to, uptime, presets and suggested limits.
 * Not: the judging (budget), where limits are kept (catalogue). Doors: {@code Explanations}.
 */
package dev.tidemark.web.budget;
