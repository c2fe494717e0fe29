package dev.tidemark.prober.browser;

import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.SampleWarning;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * A page that no site should have, and how a sample of it must end.
 *
 * @param place puts it on a server and says its address
 * @param detail with what the outcome's detail begins
 * @param warnings those that must be there; others may
 * @param metrics what must have been measured nonetheless
 * @param limit of the sample's time
 */
record HostilePage(
        String name,
        Place place,
        OutcomeType kind,
        String detail,
        Set<SampleWarning> warnings,
        Set<String> metrics,
        Duration limit) {

    /** Pages that end by themselves get more time: on a busy machine they need it, on an idle one it costs nothing. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Duration OF_THOSE_THAT_DO_NOT_END = Duration.ofSeconds(14);

    /** Puts a hostile page on its site. */
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

    /** Writes slowly for ever, until the other side has gone. */
    static void drip(Socket client, String text, int millis) throws java.io.IOException, InterruptedException {
        while (true) {
            RawHttpServer.write(client, text);
            Thread.sleep(millis);
        }
    }
}
