/**
 * Localization: message bundles, messages that are formatted in the language of their reader, the language of the installation.
 * The texts themselves are chosen by the packages that need them. Entry points: {@link dev.tidemark.platform.i18n.LocalizedMessage},
 * {@link dev.tidemark.platform.i18n.Messages}.
 */
package dev.tidemark.platform.i18n;
