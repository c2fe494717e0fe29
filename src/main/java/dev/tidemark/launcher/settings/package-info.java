/** Settings from file, environment and system properties, validated before anything starts. Entry point: {@code LauncherSettings}. */
package dev.tidemark.launcher.settings;
