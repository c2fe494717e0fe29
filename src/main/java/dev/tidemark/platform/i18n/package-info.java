/**
 * The message bundles and localizable messages.
 * Does not know when a message is shown. Entry points: {@link dev.tidemark.platform.i18n.LocalizedMessage}, {@link dev.tidemark.platform.i18n.Messages}.
 */
package dev.tidemark.platform.i18n;
