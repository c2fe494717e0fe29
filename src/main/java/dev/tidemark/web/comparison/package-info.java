/**
 * The comparison page: two runs or two periods, their noise, and side-by-side filmstrips.
 * Does not compute the differences (analysis.diff). Entry point: the page.
 */
package dev.tidemark.web.comparison;
