package dev.tidemark.reporting.chart;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** The visual progress of a page load: frames at equal intervals, side by side with their times. */
public record FilmstripChart(LocalizedMessage description, List<FilmstripColumn> cells) {

    private static final int WIDTH = 1_200;
    private static final int TITLE = 22;
    private static final int GAP = 4;
    private static final int TIMES = 20;
    private static final double DEFAULT_SHAPE = 2 / 3.0;
    private static final double MAX_SHAPE = 1.6;

    /**
     * One interval.
     *
     * @param shot the frame visible at its end; empty before the first paint
     * @param until its end, formatted
     * @param changed whether the frame differs from the previous one
     */
    public record FilmstripColumn(Optional<Shot> shot, String until, boolean changed) {}

    /** @param n identifies the frame; {@code bytes} may be shared with the caller */
    public record Shot(int n, String mediaType, byte[] bytes) {

        /** Ratio of height to width. */
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

    /** A standalone file with the frames embedded. */
    public String file() {
        double width = (WIDTH + GAP) / (double) cells.size() - GAP;
        double height = Math.round(width * shape());
        double whole = TITLE + height + TIMES;
        SvgWriter svg = SvgWriter.document(WIDTH, whole, description);
        svg.label(description, MarkStyle.MARKER_LABEL, "x", 0, "y", TITLE - 8);
        shots(svg, width, height);
        for (int i = 0; i < cells.size(); i++) {
            cell(svg, cells.get(i), i * (width + GAP), width, height);
        }
        return svg.end();
    }

    /** Embeds each frame once, however many intervals show it. */
    private void shots(SvgWriter svg, double width, double height) {
        svg.open("defs");
        cells.stream()
                .flatMap(cell -> cell.shot().stream())
                .collect(java.util.stream.Collectors.toMap(Shot::n, shot -> shot, (same, other) -> same))
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
        cell.shot().ifPresent(shot -> svg.leaf("use", "href", "#shot-" + shot.n()));
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
                MAX_SHAPE,
                cells.stream()
                        .flatMap(cell -> cell.shot().stream())
                        .findFirst()
                        .flatMap(Shot::shape)
                        .orElse(DEFAULT_SHAPE));
    }
}
