package dev.tidemark.web.comparison;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.storage.run.FilmstripFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two filmstrips on one timeline: a column is the same time after the start of both loads.
 *
 * @param times end of each column
 */
public record SideBySideFilmstrip(List<String> times, List<SideBySideFrame> before, List<SideBySideFrame> after) {

    private static final List<Double> STEPS =
            List.of(50.0, 100.0, 200.0, 250.0, 500.0, 1_000.0, 2_000.0, 5_000.0, 10_000.0);
    private static final int MOST_COLUMNS = 24;

    /**
     * A frame at the end of a column.
     *
     * @param image URL of the image; empty before the first paint
     * @param changed whether the image differs from the previous column
     * @param metrics "FCP", "LCP" if they fall into the column
     */
    public record SideBySideFrame(String image, boolean changed, String metrics) {}

    /** Empty if a side has no filmstrip. */
    static Optional<SideBySideFilmstrip> of(ComparisonSide before, ComparisonSide after) {
        if (before.frames().isEmpty() || after.frames().isEmpty()) {
            return Optional.empty();
        }
        double end = Math.max(end(before), end(after));
        double step = STEPS.stream()
                .filter(one -> end / one <= MOST_COLUMNS)
                .findFirst()
                .orElse(end / MOST_COLUMNS);
        int columns = (int) Math.max(1, Math.ceil(end / step));
        return Optional.of(new SideBySideFilmstrip(
                IntStream.rangeClosed(1, columns)
                        .mapToObj(i -> MetricFormat.of(Metric.LCP, i * step))
                        .toList(),
                cells(before, step, columns),
                cells(after, step, columns)));
    }

    private static double end(ComparisonSide side) {
        double last = side.frames().get(side.frames().size() - 1).atMillis();
        return Stream.of(Metric.FCP, Metric.LCP)
                .flatMap(metric -> side.load().values().find(metric).stream())
                .mapToDouble(one -> one.value())
                .reduce(Math.max(1, last), Math::max);
    }

    private static List<SideBySideFrame> cells(ComparisonSide side, double step, int columns) {
        List<SideBySideFrame> cells = new ArrayList<>();
        String shown = "";
        for (int i = 0; i < columns; i++) {
            double until = (i + 1) * step;
            String image = side.frames().stream()
                    .filter(frame -> frame.atMillis() <= until)
                    .reduce((earlier, later) -> later)
                    .map(FilmstripFrame::n)
                    .map(n -> side.frameAddress() + n)
                    .orElse("");
            cells.add(new SideBySideFrame(image, !image.equals(shown), metrics(side, i * step, until)));
            shown = image;
        }
        return cells;
    }

    private static String metrics(ComparisonSide side, double from, double until) {
        return String.join(
                ", ",
                Stream.of(Metric.FCP, Metric.LCP)
                        .filter(metric -> side.load()
                                .values()
                                .find(metric)
                                .filter(one -> one.value() > from && one.value() <= until)
                                .isPresent())
                        .map(Metric::code)
                        .toList());
    }
}
