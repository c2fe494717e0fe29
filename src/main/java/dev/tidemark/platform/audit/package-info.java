/**
 * The audit log: every change with its author, origin and result, in the transaction of the change.
 * Does not know what is changed. Entry points: {@code AuditLog} to write, {@code AuditReader} to read.
 */
package dev.tidemark.platform.audit;
