/**
 * What happened to what is watched, as points in time: deploys, notes, browser upgrades.
 * Not: what followed from it (trend, contrast), spans without watch (maintenance). Doors: {@code Markers}, {@code BrowserUpgrades}.
 */
package dev.tidemark.storage.marker;
