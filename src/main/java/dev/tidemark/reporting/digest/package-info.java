/**
 * The digest of a list: how its pages did over a day or a week, written in full and once.
 * Not: who asks for one (audience), how it arrives (delivery). Door: {@code Digests}.
 */
package dev.tidemark.reporting.digest;
