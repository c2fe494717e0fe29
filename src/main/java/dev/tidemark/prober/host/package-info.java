/**
 * The machine on which pages are loaded: how much it bears at once, whether it is disturbed, its processes and what they
 * leave behind. Not: what is loaded (browser). Doors: {@code LoadTurns}, {@code ProcessTree}.
 */
package dev.tidemark.prober.host;
