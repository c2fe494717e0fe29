/**
 * How a probe is written: its keys in YAML and JSON, read with every fault at once, and written again; named profiles.
 * Not: where it is kept (catalogue). Doors: {@code DefinitionReader}, {@code ProbeWriter}, {@code Profiles}.
 */
package dev.tidemark.definition;
