/**
 * The page of the audit log.
 * Does not read or write it ({@code platform.audit}). Entry point: {@code AuditPage}.
 */
package dev.tidemark.web.audit;
