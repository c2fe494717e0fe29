/**
 * The requests of a page load: converts DevTools network events to request records and traffic metrics.
 * Does not own the browser session (browser) or detect network idle (vitals). Entry point: {@code NetworkLog}.
 */
package dev.tidemark.prober.network;
