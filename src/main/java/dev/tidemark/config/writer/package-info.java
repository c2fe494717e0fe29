/**
 * How a probe is written out: for the store whole, for strangers with its secrets masked; what differs between two.
 * Not: how it is read (definition). Doors: {@code ProbeWriter}, {@code SecretKeeper}, {@code Difference}.
 */
package dev.tidemark.config.writer;
