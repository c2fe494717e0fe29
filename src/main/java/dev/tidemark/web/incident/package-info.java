/**
 * Incident pages: the list, and one incident with the changes around its start.
 * Does not track incidents (alerting.incident). Entry points: the pages.
 */
package dev.tidemark.web.incident;
