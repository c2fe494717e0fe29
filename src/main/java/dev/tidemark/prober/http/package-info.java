/**
 * HTTP checks: sends one request without a browser, measures each phase and evaluates assertions.
 * Does not schedule checks or enforce the address policy (proxy). Entry point: {@code HttpProber}.
 */
package dev.tidemark.prober.http;
