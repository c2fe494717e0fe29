package dev.tidemark.dashboard;

import dev.tidemark.probe.Cadence;
import dev.tidemark.web.TimeText;
import java.time.ZoneOffset;

/** How often, as people read it: "every 5 min", "0 8 * * 1 UTC". */
final class CadenceText {

    private CadenceText() {}

    static String of(Cadence cadence) {
        return cadence instanceof Cadence.Every every
                ? "every " + TimeText.span(every.span())
                : of((Cadence.Cron) cadence);
    }

    private static String of(Cadence.Cron cron) {
        return cron.expression() + " " + (cron.zone().equals(ZoneOffset.UTC) ? "UTC" : cron.zone());
    }
}
