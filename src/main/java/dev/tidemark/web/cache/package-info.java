/**
 * Serves static assets under fingerprinted URLs, and adds ETags and compression to the responses of pages and lists.
 * Does not cache what pages compute ({@code platform.runtime.TtlCache}). Entry point: {@code Assets}.
 */
package dev.tidemark.web.cache;
