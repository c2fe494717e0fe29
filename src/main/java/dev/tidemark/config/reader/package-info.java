/**
 * How a probe is read: its keys in YAML and JSON, every fault at once; named profiles, presets of budgets.
 * Not: how it is written out (rendition), kept (catalogue). Doors: {@code DefinitionReader}, {@code Profiles}, {@code Presets}.
 */
package dev.tidemark.config.reader;
