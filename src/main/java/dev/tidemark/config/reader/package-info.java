/**
 * Reads probe definitions from YAML and JSON with all errors at once; named profiles and budget presets.
 * Does not write (rendition) or store them (catalogue). Entry points: {@code DefinitionReader}, {@code Profiles}, {@code Presets}.
 */
package dev.tidemark.config.reader;
