/**
 * Reads probe definitions from YAML and JSON with all errors at once; named profiles and budget presets.
 * Does not write (writer) or store them (catalog). Entry points: {@code DefinitionReader}, {@code NamedProfiles}, {@code
 * BudgetPresets}.
 */
package dev.tidemark.config.reader;
