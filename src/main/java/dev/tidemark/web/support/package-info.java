/**
 * What all pages share: routes, forms, caching, assets, messages, and times in the viewer's zone.
 * Does not contain pages. Entry points: {@code Assets}, {@code Viewer}, {@code Route}.
 */
package dev.tidemark.web.support;
