package dev.tidemark.web.dashboard;

import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.ZoneOffset;

/** The schedule as text: "every 5 min", "0 8 * * 1 UTC". */
final class ScheduleText {

    private ScheduleText() {}

    static LocalizedMessage of(Cadence cadence) {
        return cadence instanceof Cadence.Every every
                ? LocalizedMessage.of("probe.schedule.every", DurationFormat.of(every.span()))
                : LocalizedMessage.verbatim(of((Cadence.Cron) cadence));
    }

    private static String of(Cadence.Cron cron) {
        return cron.expression() + " " + (cron.zone().equals(ZoneOffset.UTC) ? "UTC" : cron.zone());
    }
}
