/**
 * The comparison page: which runs or periods are compared, normal variation, side-by-side filmstrips. Does not find
 * differences and causes ({@code analysis.diff}). Entry point: the page {@code /compare}.
 */
package dev.tidemark.web.comparison;
