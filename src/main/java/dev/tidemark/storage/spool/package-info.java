/**
 * Keeps finished results on disk while the database cannot store them.
 * Does not decide when they are stored. Entry point: {@code ResultSpool}.
 */
package dev.tidemark.storage.spool;
