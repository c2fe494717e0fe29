/**
 * Pages and actions for administration: contact groups, maintenance windows, failed notifications, digests. Does not
 * decide what they mean ({@code alerting}, {@code config.maintenance}). Entry points: the page beans.
 */
package dev.tidemark.web.admin;
