/**
 * Runs in front of the server, outside of the WAR: finds a browser, starts the database and WildFly, and stops them.
 * Imports no other package. Entry points: {@code Launcher}; {@code BundledPostgres} and {@code ChromiumLocator} for tests.
 */
package dev.tidemark.launcher;
