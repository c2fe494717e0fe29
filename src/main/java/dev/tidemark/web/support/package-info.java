/**
 * What pages share: routes, form responses, flash messages, links, time ranges, the viewer. Does not contain pages.
 * Entry points: {@code Viewer}, {@code FormResponse}, {@code PageNotFound}.
 */
package dev.tidemark.web.support;
