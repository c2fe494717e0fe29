/**
 * Actions by signed links in notifications, without signing in: acknowledge, unsubscribe, subscribe again. Does not
 * carry them out ({@code alerting}). Entry point: the path {@code /letters}.
 */
package dev.tidemark.web.maillink;
