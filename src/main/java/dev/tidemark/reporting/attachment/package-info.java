/**
 * What a mail shows beside its words: the last day's chart, what changed, signed links.
 * Not: how it travels (delivery). Implements delivery's {@code Enclosures}.
 */
package dev.tidemark.reporting.attachment;
