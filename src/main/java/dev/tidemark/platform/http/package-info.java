/**
 * Shared parts of REST resources: problem details (RFC 9457), query parameters, CSV and JSON.
 * Does not contain the resources themselves. Entry points: {@code ProblemException}, {@code QueryParameters}.
 */
package dev.tidemark.platform.http;
