/**
 * Overview, probe page, settings, chart files and the health of the application itself.
 * No other package imports it. Entry points: the pages.
 */
package dev.tidemark.web.dashboard;
