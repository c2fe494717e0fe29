package dev.tidemark.prober.vitals;

import dev.tidemark.model.result.LongTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Main-thread tasks of 50 ms or more, from the page's {@code longtask} entries (whole ms), and the scripts of its
 * long animation frames, which attribute the tasks (<a href="https://w3c.github.io/longtasks/">Long Tasks</a>, <a
 * href="https://w3c.github.io/long-animation-frames/">Long Animation Frames</a>).
 */
final class LongTasks {

    static final double THRESHOLD_MILLIS = 50;

    private final List<TimeSpan> tasks = new ArrayList<>();
    private final List<Script> scripts = new ArrayList<>();

    void add(TimeSpan task) {
        if (task.length() >= THRESHOLD_MILLIS) {
            tasks.add(task);
        }
    }

    void script(TimeSpan span, String url) {
        scripts.add(new Script(span, url));
    }

    /** In order of their start. */
    List<TimeSpan> spans() {
        return tasks.stream()
                .sorted(Comparator.comparingDouble(TimeSpan::start))
                .toList();
    }

    /** Those that run within a period, in order. */
    List<TimeSpan> during(TimeSpan period) {
        return spans().stream().filter(task -> task.within(period).length() > 0).toList();
    }

    double lastEnd() {
        return tasks.stream().mapToDouble(TimeSpan::end).max().orElse(0);
    }

    double total() {
        return tasks.stream().mapToDouble(TimeSpan::length).sum();
    }

    double longest() {
        return tasks.stream().mapToDouble(TimeSpan::length).max().orElse(0);
    }

    List<LongTask> named() {
        return spans().stream()
                .map(task -> new LongTask(task.start(), task.length(), nameOf(task)))
                .toList();
    }

    private Optional<String> nameOf(TimeSpan task) {
        return scripts.stream()
                .filter(script -> script.within(task) > 0 && !script.url.isEmpty())
                .max(Comparator.comparingDouble(script -> script.within(task)))
                .map(Script::url);
    }

    private record Script(TimeSpan span, String url) {

        double within(TimeSpan task) {
            return span.within(task).length();
        }
    }
}
