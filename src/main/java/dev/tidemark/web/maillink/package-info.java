/**
 * What a recipient does from a letter without a login: acknowledge, unsubscribe and undo it, by signed links.
 * Not: what follows from it (alert, audience).
 */
package dev.tidemark.web.maillink;
