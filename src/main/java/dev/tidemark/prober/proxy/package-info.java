/**
 * The SOCKS5 proxy that every probe's traffic goes through: shapes it (RTT, bandwidth) and guards it (which addresses).
 * Not: what is asked for, and what an answer means. Doors: {@code Gateway}, {@code AddressPolicy}.
 */
package dev.tidemark.prober.proxy;
