/**
 * Decodes texts from bytes strictly: a wrong byte is an error with its position, never a replacement character.
 * Entry point: {@code StrictText}.
 */
package dev.tidemark.platform.text;
