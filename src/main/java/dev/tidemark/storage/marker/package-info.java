/**
 * Annotations: deploys, notes, browser upgrades.
 * Does not analyze their effect (analysis). Entry points: {@code Markers}, {@code BrowserUpgrades}.
 */
package dev.tidemark.storage.marker;
