/**
 * Extends Faces: expression resolvers, the message bundle in expressions, and form actions that keep the page's URL.
 * Does not hold what pages show. Entry point: {@code ViewMessages}, which views call {@code messages}.
 */
package dev.tidemark.web.el;
