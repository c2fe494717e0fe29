/** The page and the REST resource of secrets: names, never values. Values are stored in {@code config.secret}. */
package dev.tidemark.web.secret;
