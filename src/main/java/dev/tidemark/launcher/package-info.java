/**
 * What runs in front of the server, in plain Java and not in the WAR: it readies browser and database, starts WildFly and ends it.
 * Imports no other room. Doors: {@link dev.tidemark.launcher.Launcher} for people, {@link dev.tidemark.launcher.BundledPostgres} and
 * {@link dev.tidemark.launcher.ChromiumLocator} for the tests.
 */
package dev.tidemark.launcher;
