package dev.tidemark.prober.vitals;

import dev.tidemark.model.result.LayoutShift;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Performance entries of one document of the main frame, and the layout shifts of its child frames. Times in ms from
 * its start.
 */
final class DocumentTimeline {

    private static final double MAX_HEARTBEAT_GAP_MILLIS = 700;
    private static final double UNRESPONSIVE_MILLIS = 3_000;

    final String id;
    final double origin;
    final LongTasks tasks = new LongTasks();
    final List<LayoutShift> shifts = new ArrayList<>();
    final List<InputEvent> events = new ArrayList<>();
    final Map<String, Double> marks = new LinkedHashMap<>();
    final Map<String, Double> measures = new LinkedHashMap<>();
    OptionalDouble ttfb = OptionalDouble.empty();
    OptionalDouble firstPaint = OptionalDouble.empty();
    OptionalDouble fcp = OptionalDouble.empty();
    OptionalDouble dcl = OptionalDouble.empty();
    OptionalDouble load = OptionalDouble.empty();
    OptionalDouble inlineBytes = OptionalDouble.empty();
    double lastHeartbeat = -1;
    double stalledUntil;
    long interactionCount;
    boolean truncated;

    private final List<LcpCandidate> candidates = new ArrayList<>();
    private final FrameShifts frameShifts = new FrameShifts();
    private boolean ended;

    DocumentTimeline(String id, double origin) {
        this.id = id;
        this.origin = origin;
    }

    void accept(CollectorMessage message) {
        if (ended) {
            return;
        }
        switch (message.kind()) {
            case "hello" -> frameShifts.screen(message.number("w") * message.number("h"));
            case "nav" -> navigation(message);
            case "paint" -> paint(message);
            case "lcp" -> candidates.add(candidate(message));
            case "res" -> addFetch(message.text("u"), new TimeSpan(message.number("rs"), message.number("re")));
            case "shift" -> shifts.add(shift(message, message.number("t"), message.number("v")));
            case "share" -> frameShifts.share(message, message.number("t"));
            case "lcp-element" -> element(message);
            case "shift-element" -> shiftedElement(message);
            case "task" -> tasks.add(message.span());
            case "script" -> tasks.script(message.span(), message.text("u"));
            case "event" -> event(message);
            case "mark" -> marks.putIfAbsent(message.text("n"), message.number("t"));
            case "measure" -> measures.putIfAbsent(message.text("n"), message.number("l"));
            case "beat" -> heartbeat(message);
            case "inline" -> inlineBytes = OptionalDouble.of(message.number("b"));
            case "limit" -> truncated = true;
            default -> {
                // A message type of a later collector.
            }
        }
    }

    /** A message of a child frame, whose document has its own time origin. */
    void acceptOfFrame(CollectorMessage message) {
        double at = message.number("t") + message.origin() - origin;
        if (ended) {
            return;
        }
        if (message.kind().equals("share")) {
            frameShifts.share(message, at);
        } else if (message.kind().equals("shift") && at >= 0) {
            frameShifts.add(message, shift(message, at, message.number("v")));
        }
    }

    /** The shifts of the top document, and those in frames weighted with the frame's visible area. */
    List<LayoutShift> shiftsOfAllFrames() {
        List<LayoutShift> all = new ArrayList<>(shifts);
        all.addAll(frameShifts.weighted());
        return all;
    }

    /**
     * Ends the observation: later messages are ignored. Tasks are reported when they end, so only missing heartbeats
     * reveal one that has not ended; it becomes one of the tasks.
     */
    void end(double endMillis) {
        if (!ended && isStalled(endMillis)) {
            tasks.add(new TimeSpan(lastHeartbeat, endMillis));
        }
        ended = true;
    }

    boolean isStalled(double nowMillis) {
        return lastHeartbeat >= 0 && nowMillis - lastHeartbeat > UNRESPONSIVE_MILLIS;
    }

    Optional<LcpCandidate> largestPaint() {
        double firstInput = events.stream().mapToDouble(InputEvent::start).min().orElse(Double.MAX_VALUE);
        return candidates.stream()
                .filter(candidate -> candidate.at() <= firstInput)
                .reduce((earlier, later) -> later);
    }

    private void navigation(CollectorMessage message) {
        ttfb = ifSet(message, "rs", ttfb);
        dcl = ifSet(message, "dcl", dcl);
        load = ifSet(message, "load", load);
    }

    private static OptionalDouble ifSet(CollectorMessage message, String field, OptionalDouble otherwise) {
        return message.number(field) > 0 ? OptionalDouble.of(message.number(field)) : otherwise;
    }

    private void paint(CollectorMessage message) {
        if (message.text("n").equals("first-contentful-paint")) {
            fcp = OptionalDouble.of(message.number("t"));
        } else {
            firstPaint = OptionalDouble.of(message.number("t"));
        }
    }

    private static LcpCandidate candidate(CollectorMessage message) {
        Optional<TimeSpan> fetch = message.has("rs")
                ? Optional.of(new TimeSpan(message.number("rs"), message.number("re")))
                : Optional.empty();
        return new LcpCandidate(message.number("t"), message.number("z"), message.text("u"), message.text("s"), fetch);
    }

    /** The browser does not expose elements in shadow roots: the collector finds them a little later. */
    private void element(CollectorMessage message) {
        candidates.replaceAll(one -> one.at() == message.number("t") ? one.withSelector(message.text("s")) : one);
    }

    private void shiftedElement(CollectorMessage message) {
        Optional<String> selector = Optional.of(message.text("s"));
        shifts.replaceAll(one -> one.atMillis() == message.number("t") && one.value() == message.number("v")
                ? new LayoutShift(one.value(), one.atMillis(), selector, one.afterInput())
                : one);
    }

    private void addFetch(String url, TimeSpan when) {
        candidates.replaceAll(one -> one.url().equals(url) && one.fetch().isEmpty() ? one.withFetch(when) : one);
    }

    private static LayoutShift shift(CollectorMessage message, double at, double value) {
        Optional<String> selector = Optional.of(message.text("s")).filter(text -> !text.isEmpty());
        return new LayoutShift(value, at, selector, message.is("i"));
    }

    private void event(CollectorMessage message) {
        countInteractions(message);
        events.add(new InputEvent(
                (long) message.number("id"),
                message.text("n"),
                message.text("s"),
                message.number("t"),
                message.number("l"),
                message.number("ps"),
                message.number("pe")));
    }

    /** Includes interactions that were too short to be reported. */
    private void countInteractions(CollectorMessage message) {
        interactionCount = Math.max(interactionCount, (long) message.number("c"));
    }

    /** The collector sends a heartbeat twice a second; a late one means that the main thread was blocked until now. */
    private void heartbeat(CollectorMessage message) {
        countInteractions(message);
        double at = message.number("t");
        if (lastHeartbeat >= 0 && at - lastHeartbeat > MAX_HEARTBEAT_GAP_MILLIS) {
            stalledUntil = at;
        }
        lastHeartbeat = at;
    }
}
