package dev.tidemark.story;

import dev.tidemark.chart.Filmstrip;
import dev.tidemark.chart.TimeStrip;
import dev.tidemark.chart.ValueText;
import dev.tidemark.history.Frame;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Measurements;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.LayoutShift;
import dev.tidemark.observation.PageFacts;
import dev.tidemark.observation.RunId;
import dev.tidemark.wording.Said;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One load from navigation start to its end: what could be seen when, and what happened. */
record LoadAxis(Measurements measured, PageFacts facts) {

    private static final int CELLS = 12;
    private static final int MOST_SHIFTS = 4;
    private static final double WORTH_A_FLAG = 0.001;
    private static final double MARGIN = 1.04;

    /** Where the axis ends, in ms: behind the last request and the last moment. */
    double end() {
        double last = facts.requests().stream()
                .mapToDouble(request -> request.endMillis())
                .max()
                .orElse(0);
        double latest = Stream.of(Metric.LCP, Metric.TTI, Metric.LOAD)
                .flatMap(metric -> measured.find(metric).stream())
                .mapToDouble(Measurement::value)
                .max()
                .orElse(1_000);
        double moved = flagged().mapToDouble(LayoutShift::atMillis).max().orElse(0);
        return Math.max(moved, Math.max(last, latest)) * MARGIN;
    }

    /** Paints, shifts, the load event as flags, long tasks as blocks; empty when nothing was measured. */
    Optional<TimeStrip> strip() {
        List<TimeStrip.Moment> moments = Stream.concat(moments(), shifts()).toList();
        if (moments.isEmpty()) {
            return Optional.empty();
        }
        List<TimeStrip.Task> tasks = facts.longTasks().stream()
                .map(task -> new TimeStrip.Task(task.startMillis(), task.durationMillis()))
                .toList();
        return Optional.of(new TimeStrip(spoken(moments, tasks.size()), moments, tasks, end()));
    }

    /** The film in cells of the same length, so that its marks can stand under it; empty without frames. */
    List<FilmCell> film(RunId run, int sample, List<Frame> frames) {
        String base = "/api/v1/runs/" + run + "/samples/" + sample + "/filmstrip/";
        return stretches(frames).stream()
                .map(one ->
                        new FilmCell(one.shown().map(frame -> base + frame.n()).orElse(""), until(one), one.changed()))
                .toList();
    }

    /** The same as one drawing; empty without frames. @param pictures of frames that are still kept */
    Optional<Filmstrip> filmstrip(List<Frame> frames, Function<Frame, Optional<Filmstrip.Shot>> pictures) {
        List<Filmstrip.Cell> cells = stretches(frames).stream()
                .map(one -> new Filmstrip.Cell(one.shown().flatMap(pictures), until(one), one.changed()))
                .toList();
        return Optional.of(cells)
                .filter(some -> !some.isEmpty())
                .map(some ->
                        new Filmstrip(Said.of("load_axis.the_load_in_pictures").toString(), some));
    }

    /** An equal part of the load. @param shown what could be seen at its end */
    private record Stretch(Optional<Frame> shown, double endMillis, boolean changed) {}

    private List<Stretch> stretches(List<Frame> frames) {
        if (frames.isEmpty()) {
            return List.of();
        }
        double length = end() / CELLS;
        return IntStream.rangeClosed(1, CELLS)
                .mapToObj(cell -> stretch(frames, (cell - 1) * length, cell * length))
                .toList();
    }

    private static Stretch stretch(List<Frame> frames, double from, double to) {
        Optional<Frame> shown =
                frames.stream().filter(frame -> frame.atMillis() <= to).reduce((earlier, later) -> later);
        return new Stretch(
                shown, to, shown.filter(frame -> frame.atMillis() > from).isPresent());
    }

    private static String until(Stretch stretch) {
        return ValueText.of(Metric.LCP, stretch.endMillis());
    }

    private Stream<TimeStrip.Moment> moments() {
        return Stream.of(Metric.TTFB, Metric.FCP, Metric.LCP, Metric.TTI, Metric.LOAD)
                .flatMap(metric -> measured.find(metric).stream())
                .map(one -> new TimeStrip.Moment(
                        one.metric().code().toUpperCase(Locale.ROOT) + " " + ValueText.of(one.metric(), one.value()),
                        one.metric().equals(Metric.LOAD) ? "load" : "paint",
                        one.value()));
    }

    private Stream<TimeStrip.Moment> shifts() {
        return flagged()
                .map(shift -> new TimeStrip.Moment(
                        Said.of("load_axis.shift", ValueText.of(Metric.CLS, shift.value()))
                                .toString(),
                        "shift",
                        shift.atMillis()));
    }

    private Stream<LayoutShift> flagged() {
        return facts.shifts().stream()
                .filter(shift -> shift.value() >= WORTH_A_FLAG)
                .sorted(Comparator.comparingDouble(LayoutShift::value).reversed())
                .limit(MOST_SHIFTS);
    }

    private static String spoken(List<TimeStrip.Moment> moments, int tasks) {
        return Said.of(
                        "load_axis.the_load_on_its_time_axis",
                        Said.listed(
                                moments.stream().map(TimeStrip.Moment::label).toList()),
                        tasks)
                .toString();
    }
}
