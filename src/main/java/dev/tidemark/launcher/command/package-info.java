/** The command line: subcommands, options, help. Entry points: {@code CommandLine}, {@code LauncherCommand}. */
package dev.tidemark.launcher.command;
