/**
 * Pages of incidents: the list, one incident, and what changed when it began.
 * Does not open or resolve incidents ({@code alerting.incident}). Entry points: the pages below {@code /incidents}.
 */
package dev.tidemark.web.incident;
