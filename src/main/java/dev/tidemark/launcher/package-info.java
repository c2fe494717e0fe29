/**
 * Prepares browser and database, then starts and stops WildFly. Plain Java, not part of the WAR, without dependencies on
 * other packages. Entry points: {@link dev.tidemark.launcher.Launcher}; for tests {@link dev.tidemark.launcher.BundledPostgres} and
 * {@link dev.tidemark.launcher.ChromiumLocator}.
 */
package dev.tidemark.launcher;
