/**
 * Pages behind the signed links in e-mails, without signing in: acknowledge, unsubscribe, subscribe again.
 * Does not implement the effects (alerting). Entry point: the page.
 */
package dev.tidemark.web.maillink;
