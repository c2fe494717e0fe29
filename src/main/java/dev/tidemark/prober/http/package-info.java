/**
 * HTTP checks: sends one request without a browser, measures the time of each phase and checks assertions. Does not
 * schedule (scheduling) or decide on addresses (proxy). Entry point: {@code HttpProber}.
 */
package dev.tidemark.prober.http;
