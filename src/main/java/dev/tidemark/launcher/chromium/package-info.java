/** Finds or installs a Chromium. Entry point: {@code ChromiumLocator}. */
package dev.tidemark.launcher.chromium;
