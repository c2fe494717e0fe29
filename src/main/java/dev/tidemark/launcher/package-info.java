/**
 * Runs in front of the server, outside of the WAR: the program {@code tidemark} with its commands. No package of the
 * launcher imports one of the WAR. Entry point: {@code Launcher}.
 */
package dev.tidemark.launcher;
