package dev.tidemark.reporting.diagnosis;

/**
 * What could be seen of the page during one of the equal stretches of its load.
 *
 * @param image the picture's address; empty before anything was painted
 * @param until the end of the stretch, as people read it
 * @param changed whether this picture is newer than that of the stretch before
 */
public record FilmstripCell(String image, String until, boolean changed) {}
