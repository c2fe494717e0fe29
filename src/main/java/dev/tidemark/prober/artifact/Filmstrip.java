package dev.tidemark.prober.artifact;

import dev.tidemark.model.result.Artifact;
import dev.tidemark.prober.vitals.ScreenFrame;
import dev.tidemark.prober.vitals.SpeedIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The frames of one page load in order of capture. Confined to one thread. */
public final class Filmstrip {

    /** Beyond this number, which animated pages exceed, every second frame is dropped. */
    static final int MAX_CAPTURED = 120;

    static final int MAX_FRAMES = 20;
    static final long MAX_BYTES = 2L << 20;
    private static final int MAX_FRAME_BYTES = 256 << 10;

    private final List<CapturedFrame> captured = new ArrayList<>();

    /**
     * Adds a frame unless it equals the previous one.
     *
     * @param wallSeconds time of capture, in seconds since 1970
     */
    public void add(double wallSeconds, byte[] jpeg) {
        if (jpeg.length > MAX_FRAME_BYTES || isUnchanged(jpeg)) {
            return;
        }
        if (captured.size() == MAX_CAPTURED) {
            for (int n = MAX_CAPTURED - 1; n > 0; n -= 2) {
                captured.remove(n);
            }
        }
        captured.add(new CapturedFrame(wallSeconds, jpeg));
    }

    private boolean isUnchanged(byte[] jpeg) {
        return !captured.isEmpty() && Arrays.equals(captured.get(captured.size() - 1).jpeg, jpeg);
    }

    /**
     * Speed Index in ms; empty if nothing was painted after navigation start, when the screen is blank.
     *
     * @param sinceNavigation converts seconds since 1970 to ms from navigation start; earlier times become 0
     */
    public OptionalDouble speedIndex(DoubleUnaryOperator sinceNavigation) {
        Stream<ScreenFrame> frames = taken(sinceNavigation).stream()
                .flatMap(one -> ScreenFrame.decode(sinceNavigation.applyAsDouble(one.wallSeconds), one.jpeg).stream());
        return SpeedIndex.of(
                Stream.concat(Stream.of(ScreenFrame.of(0, new int[0])), frames).toList());
    }

    /** At most 20 frames, evenly selected with the first and the last, within the total size limit. */
    public List<Artifact> frames(DoubleUnaryOperator sinceNavigation) {
        List<CapturedFrame> selected = taken(sinceNavigation);
        int count = Math.min(MAX_FRAMES, selected.size());
        List<Artifact> frames = new ArrayList<>();
        long kept = 0;
        for (CapturedFrame one : IntStream.range(0, count)
                .mapToObj(n -> selected.get(count == 1 ? 0 : n * (selected.size() - 1) / (count - 1)))
                .toList()) {
            kept += one.jpeg.length;
            if (kept <= MAX_BYTES) {
                double at = sinceNavigation.applyAsDouble(one.wallSeconds);
                frames.add(new Artifact(Artifact.ArtifactType.FRAME, frames.size() + 1, at, "image/jpeg", one.jpeg));
            }
        }
        return frames;
    }

    private List<CapturedFrame> taken(DoubleUnaryOperator sinceNavigation) {
        return captured.stream()
                .filter(one -> sinceNavigation.applyAsDouble(one.wallSeconds) > 0)
                .toList();
    }

    private record CapturedFrame(double wallSeconds, byte[] jpeg) {}
}
