/**
 * Tries definitions before they are saved: measured as any run, kept nowhere, told to nobody.
 * Not: forms (editing), runs that count (schedule). Door: {@code Trials}.
 */
package dev.tidemark.scheduling.dryrun;
