package dev.tidemark.prober.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.tidemark.prober.network.NetworkExchange;
import java.time.Instant;

/**
 * Time origin of a page on both clocks.
 *
 * @param wallMillis ms since 1970, as {@code performance.timeOrigin}
 * @param devToolsSeconds the same instant on DevTools' monotonic clock
 */
record PageClock(double wallMillis, double devToolsSeconds) {

    private static final double MAX_SKEW_MILLIS = 1_000;

    /** Until the page reports its time origin, its first request is used. */
    static PageClock from(NetworkExchange first) {
        return new PageClock(first.wallTime() * 1000, first.startedAt());
    }

    /** The time origin reported by the page; it includes redirects, so it may precede the first recorded request. */
    PageClock withTimeOrigin(double timeOrigin) {
        double earlier = wallMillis - timeOrigin;
        boolean plausible = Math.abs(earlier) <= MAX_SKEW_MILLIS;
        return plausible ? new PageClock(timeOrigin, devToolsSeconds - earlier / 1000) : this;
    }

    /** This clock, or the one with the time origin of the collector's first message. */
    PageClock withTimeOriginOf(String message) {
        try {
            JsonElement origin =
                    JsonParser.parseString(message).getAsJsonObject().get("o");
            return withTimeOrigin(origin.getAsDouble());
        } catch (JsonParseException
                | IllegalStateException
                | NullPointerException
                | NumberFormatException notACollectorMessage) {
            return this;
        }
    }

    Instant instant() {
        return Instant.ofEpochMilli(Math.round(wallMillis));
    }

    double ofDevTools(double seconds) {
        return Math.max(0, (seconds - devToolsSeconds) * 1000);
    }

    double ofWall(double millis) {
        return Math.max(0, millis - wallMillis);
    }
}
