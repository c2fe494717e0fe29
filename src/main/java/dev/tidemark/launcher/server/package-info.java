/** Starts and stops browser, database and WildFly together. Entry points: {@code Tidemark} and the commands. */
package dev.tidemark.launcher.server;
