package dev.tidemark.model.result;

/**
 * A navigation of a page by itself, not by HTTP and not by a step.
 *
 * @param from the URL of the page that was left
 * @param to the URL that was requested, before redirects by HTTP
 * @param atMillis when it began, in ms from navigation start of the first document of the sample
 * @param step number of the step during which it happened; 0 while the page was opened
 */
public record ClientRedirect(RedirectKind kind, String from, String to, double atMillis, int step) {}
