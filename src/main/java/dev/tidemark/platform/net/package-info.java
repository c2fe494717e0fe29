/**
 * Which addresses Tidemark may connect to on behalf of its users, and an HTTP client that is bound by it.
 * Does not carry the traffic of probes (prober.proxy). Entry points: {@code AddressPolicy}, {@code OutboundHttp}.
 */
package dev.tidemark.platform.net;
