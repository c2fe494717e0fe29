package dev.tidemark.prober.browser;

import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.SampleWarning;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * A misbehaving page, and the expected outcome of its sample.
 *
 * @param place adds the page to a server and returns its URL
 * @param detail expected prefix of the outcome's detail
 * @param warnings required warnings; others are allowed
 * @param metrics metrics that must be measured nevertheless
 * @param limit timeout of the sample
 */
record HostilePage(
        String name,
        Place place,
        OutcomeType kind,
        String detail,
        Set<SampleWarning> warnings,
        Set<String> metrics,
        Duration limit) {

    /** Longer for pages that end by themselves: needed on a busy machine, without cost on an idle one. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Duration OF_THOSE_THAT_DO_NOT_END = Duration.ofSeconds(14);

    /** Adds a hostile page to its site. */
    interface Place {
        String on(HostileSite site) throws Exception;
    }

    static HostilePage site(String name, Place place) {
        return new HostilePage(name, place, OutcomeType.OK, "", EnumSet.noneOf(SampleWarning.class), Set.of(), LIMIT);
    }

    static HostilePage page(String name, String html) {
        return site(name, site -> site.page("", html));
    }

    static HostilePage raw(String name, String answer) {
        return site(name, site -> site.raw("", answer));
    }

    static HostilePage answer(String name, RawHttpServer.Answer answer) {
        return site(name, site -> site.at("", answer));
    }

    HostilePage ends(OutcomeType expected, String inDetail) {
        Duration allowed = limit.equals(LIMIT) ? OF_THOSE_THAT_DO_NOT_END : limit;
        return new HostilePage(name, place, expected, inDetail, warnings, metrics, allowed);
    }

    HostilePage ends(OutcomeType expected) {
        return ends(expected, "");
    }

    HostilePage warns(SampleWarning first, SampleWarning... more) {
        return new HostilePage(name, place, kind, detail, EnumSet.of(first, more), metrics, limit);
    }

    HostilePage keeps(String... codes) {
        return new HostilePage(name, place, kind, detail, warnings, Set.of(codes), limit);
    }

    HostilePage within(int seconds) {
        return new HostilePage(name, place, kind, detail, warnings, metrics, Duration.ofSeconds(seconds));
    }

    String slug() {
        return name.replaceAll("[^a-z0-9]+", "-");
    }

    @Override
    public String toString() {
        return name;
    }

    /** Writes slowly and endlessly, until the client disconnects. */
    static void drip(Socket client, String text, int millis) throws java.io.IOException, InterruptedException {
        while (true) {
            RawHttpServer.write(client, text);
            Thread.sleep(millis);
        }
    }
}
