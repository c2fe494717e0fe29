/**
 * The SOCKS5 proxy for all traffic of probes: emulates network conditions (RTT, bandwidth) and enforces the address
 * policy. Does not interpret requests or responses. Entry points: {@code ProbeProxy}, {@code AddressPolicy}.
 */
package dev.tidemark.prober.proxy;
