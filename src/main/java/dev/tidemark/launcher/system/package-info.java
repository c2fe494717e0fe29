/** Processes, files, ports and terminal of the launcher. Knows nothing about Tidemark. */
package dev.tidemark.launcher.system;
