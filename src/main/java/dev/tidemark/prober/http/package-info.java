/**
 * HTTP checks: sends one request without a browser, measures the time of each phase and checks assertions. Does not
 * schedule (schedule) or decide on addresses (gateway). Entry point: {@code HttpChecks}.
 */
package dev.tidemark.prober.http;
