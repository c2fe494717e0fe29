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

    /** A page that moves all the time makes more; then every second one goes. */
    static final int MOST_PICTURES = 120;

    static final int MOST_KEPT = 20;
    static final long MOST_BYTES_KEPT = 2L << 20;
    private static final int LARGEST_PICTURE = 256 << 10;

    private final List<CapturedFrame> pictures = new ArrayList<>();

    /**
     * Adds a frame unless it equals the previous one.
     *
     * @param wallSeconds time of capture, in seconds since 1970
     */
    public void add(double wallSeconds, byte[] jpeg) {
        if (jpeg.length > LARGEST_PICTURE || isShown(jpeg)) {
            return;
        }
        if (pictures.size() == MOST_PICTURES) {
            for (int n = MOST_PICTURES - 1; n > 0; n -= 2) {
                pictures.remove(n);
            }
        }
        pictures.add(new CapturedFrame(wallSeconds, jpeg));
    }

    private boolean isShown(byte[] jpeg) {
        return !pictures.isEmpty() && Arrays.equals(pictures.get(pictures.size() - 1).jpeg, jpeg);
    }

    /**
     * Speed Index in ms; empty if nothing was painted after navigation start, when the screen is blank.
     *
     * @param sinceNavigation converts seconds since 1970 to ms from navigation start; earlier times become 0
     */
    public OptionalDouble speedIndex(DoubleUnaryOperator sinceNavigation) {
        Stream<ScreenFrame> seen = taken(sinceNavigation).stream()
                .flatMap(one -> ScreenFrame.decode(sinceNavigation.applyAsDouble(one.wallSeconds), one.jpeg).stream());
        return SpeedIndex.of(
                Stream.concat(Stream.of(ScreenFrame.of(0, new int[0])), seen).toList());
    }

    /** At most 20 of them, evenly chosen, the first and the last always, as long as they are not too large together. */
    public List<Artifact> frames(DoubleUnaryOperator sinceNavigation) {
        List<CapturedFrame> taken = taken(sinceNavigation);
        int count = Math.min(MOST_KEPT, taken.size());
        List<Artifact> frames = new ArrayList<>();
        long kept = 0;
        for (CapturedFrame one : IntStream.range(0, count)
                .mapToObj(n -> taken.get(count == 1 ? 0 : n * (taken.size() - 1) / (count - 1)))
                .toList()) {
            kept += one.jpeg.length;
            if (kept <= MOST_BYTES_KEPT) {
                double at = sinceNavigation.applyAsDouble(one.wallSeconds);
                frames.add(new Artifact(Artifact.ArtifactType.FRAME, frames.size() + 1, at, "image/jpeg", one.jpeg));
            }
        }
        return frames;
    }

    private List<CapturedFrame> taken(DoubleUnaryOperator sinceNavigation) {
        return pictures.stream()
                .filter(one -> sinceNavigation.applyAsDouble(one.wallSeconds) > 0)
                .toList();
    }

    private record CapturedFrame(double wallSeconds, byte[] jpeg) {}
}
