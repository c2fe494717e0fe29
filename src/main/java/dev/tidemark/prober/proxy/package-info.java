/**
 * The SOCKS5 proxy for all traffic of checks: emulates network conditions and enforces the address policy.
 * Does not interpret requests or responses. Entry point: {@code ProbeProxy}.
 */
package dev.tidemark.prober.proxy;
