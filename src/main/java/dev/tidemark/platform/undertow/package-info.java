/** What happens to a request before the servlets: see {@link dev.tidemark.platform.undertow.RequestGuard}. */
package dev.tidemark.platform.undertow;
