/**
 * Pages and actions for contacts, maintenance windows, notifications, digests and acknowledgements.
 * Does not implement them (config, alerting, reporting). Entry points: the pages.
 */
package dev.tidemark.web.admin;
