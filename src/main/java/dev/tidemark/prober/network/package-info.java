/**
 * What a page load put on the wire: DevTools network events become request facts and traffic metrics.
 * Not: the browser that tells them (browser), when the page is quiet (vitals). Door: {@code NetworkLog}.
 */
package dev.tidemark.prober.network;
