/**
 * Owns what is said to people on pages: the bundle of a language, and sentences that are made of it.
 * Not: what is said when. Doors: {@link dev.tidemark.platform.i18n.LocalizedMessage}, {@link dev.tidemark.platform.i18n.Messages}.
 */
package dev.tidemark.platform.i18n;
