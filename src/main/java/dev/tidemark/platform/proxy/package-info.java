/**
 * The reverse proxy in front of Tidemark: applies the forwarded headers of named proxies before anything else sees the
 * request. Entry point: {@code ForwardedHeadersExtension}, which Undertow finds by its service file.
 */
package dev.tidemark.platform.proxy;
