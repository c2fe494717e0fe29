/**
 * Backups: one archive with all rows of the database, the probe files, and the settings without secrets. Does not start or lock
 * anything. Entry points: {@code BackupWriter} and {@code Restore}.
 */
package dev.tidemark.launcher.backup;
