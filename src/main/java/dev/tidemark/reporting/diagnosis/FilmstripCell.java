package dev.tidemark.reporting.diagnosis;

/**
 * A cell of the filmstrip: the page at the end of one of equal intervals of its load.
 *
 * @param image URL of the frame; empty before the first paint
 * @param until the end of the interval, formatted
 * @param changed whether the frame differs from that of the previous interval
 */
public record FilmstripCell(String image, String until, boolean changed) {}
