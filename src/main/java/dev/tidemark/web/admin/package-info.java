/**
 * Where operators act: maintenance windows, letters that did not arrive, trying a channel, looking after an incident.
 * Not: what any of it means (maintenance, delivery, alert).
 */
package dev.tidemark.web.admin;
