/**
 * Knows the nodes of all locations by their heartbeats, and which location has none.
 * Does not decide what follows from it. Entry point: {@code Nodes}.
 */
package dev.tidemark.storage.node;
