/**
 * Owns what is said to people on pages: the bundle of a language, and sentences that are made of it.
 * Not: what is said when. Doors: {@link dev.tidemark.wording.Said}, {@link dev.tidemark.wording.Phrases}.
 */
package dev.tidemark.wording;
