package dev.tidemark.reporting.chart;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** How a page came to be, in pictures of stretches of the same length, side by side with their times. */
public record FilmstripChart(String description, List<FilmstripColumn> cells) {

    private static final int WIDTH = 1_200;
    private static final int TITLE = 22;
    private static final int GAP = 4;
    private static final int TIMES = 20;
    private static final double USUAL_SHAPE = 2 / 3.0;
    private static final double TALLEST = 1.6;

    /**
     * A stretch.
     *
     * @param picture what could be seen at its end; empty before anything was painted
     * @param until its end, as people read it
     * @param changed whether another picture was seen before
     */
    public record FilmstripColumn(Optional<Shot> picture, String until, boolean changed) {}

    /** @param n the same number is the same picture; {@code bytes} may be shared with who made it */
    public record Shot(int n, String mediaType, byte[] bytes) {

        /** Height of one dot of width. */
        private Optional<Double> shape() {
            try {
                return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(bytes)))
                        .map(image -> image.getHeight() / (double) image.getWidth());
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        }
    }

    public FilmstripChart {
        cells = List.copyOf(cells);
    }

    /** A file on its own: the pictures are in it. */
    public String file() {
        double width = (WIDTH + GAP) / (double) cells.size() - GAP;
        double height = Math.round(width * shape());
        double whole = TITLE + height + TIMES;
        SvgWriter svg = SvgWriter.picture(WIDTH, whole, description);
        svg.label(description, MarkStyle.MARKER_LABEL, "x", 0, "y", TITLE - 8);
        shots(svg, width, height);
        for (int i = 0; i < cells.size(); i++) {
            cell(svg, cells.get(i), i * (width + GAP), width, height);
        }
        return svg.end();
    }

    /** Each picture is in the file once, however long it stood. */
    private void shots(SvgWriter svg, double width, double height) {
        svg.open("defs");
        cells.stream()
                .flatMap(cell -> cell.picture().stream())
                .collect(java.util.stream.Collectors.toMap(Shot::n, shot -> shot, (same, again) -> same))
                .values()
                .forEach(shot -> svg.leaf(
                        "image",
                        "id",
                        "shot-" + shot.n(),
                        "width",
                        width,
                        "height",
                        height,
                        "preserveAspectRatio",
                        "xMidYMin slice",
                        "href",
                        "data:" + shot.mediaType() + ";base64,"
                                + Base64.getEncoder().encodeToString(shot.bytes())));
        svg.close();
    }

    private static void cell(SvgWriter svg, FilmstripColumn cell, double x, double width, double height) {
        svg.open("g", "transform", "translate(" + SvgWriter.number(x) + " " + TITLE + ")");
        cell.picture().ifPresent(shot -> svg.leaf("use", "href", "#shot-" + shot.n()));
        svg.leaf(
                "rect",
                "x",
                0.5,
                "y",
                0.5,
                "width",
                width - 1,
                "height",
                height - 1,
                "fill",
                "none",
                "stroke",
                cell.changed() ? SeriesColors.MEDIAN : "#c9d3d8");
        svg.label(cell.until(), MarkStyle.AXIS, "x", width, "y", height + TIMES - 6, "text-anchor", "end");
        svg.close();
    }

    private double shape() {
        return Math.min(
                TALLEST,
                cells.stream()
                        .flatMap(cell -> cell.picture().stream())
                        .findFirst()
                        .flatMap(Shot::shape)
                        .orElse(USUAL_SHAPE));
    }
}
