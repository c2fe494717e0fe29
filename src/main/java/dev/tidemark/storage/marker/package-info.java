/**
 * Annotations of probes: deploys, notes, browser upgrades.
 * Does not analyze their effect (trend, contrast). Entry points: {@code Markers}, {@code BrowserUpgrades}.
 */
package dev.tidemark.storage.marker;
