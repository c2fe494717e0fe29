/**
 * Message bundles, localized messages, and the language of the installation.
 * Does not choose the texts; packages do so by message key. Entry points: {@code LocalizedMessage}, {@code Messages}.
 */
package dev.tidemark.platform.i18n;
