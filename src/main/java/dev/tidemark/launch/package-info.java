/**
 * What runs in front of the server, in plain Java and not in the WAR: it readies browser and database, starts WildFly and ends it.
 * Imports no other room. Doors: {@link dev.tidemark.launch.Launcher} for people, {@link dev.tidemark.launch.OwnPostgres} and
 * {@link dev.tidemark.launch.Chromium} for the tests.
 */
package dev.tidemark.launch;
