/**
 * Verifies what a database, the logs of its nodes and a mailbox say about the past: that no slot was lost, and nothing happened twice.
 * Changes nothing. Entry point: {@code HistoryChecker}.
 */
package dev.tidemark.launcher.history;
