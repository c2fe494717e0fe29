/**
 * HTTP checks: one request without a browser, the time of each phase, and what is expected of the answer.
 * Not: when (schedule), which addresses (gateway). Door: {@code HttpChecks}.
 */
package dev.tidemark.prober.http;
