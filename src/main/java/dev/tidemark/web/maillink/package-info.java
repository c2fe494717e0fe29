/**
 * Actions by signed links in notifications, without signing in: acknowledge, unsubscribe, subscribe again.
 * Not: the effects (alert, audience).
 */
package dev.tidemark.web.maillink;
