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
                : of((Cadence.Cron) cadence);
    }

    private static LocalizedMessage of(Cadence.Cron cron) {
        return LocalizedMessage.verbatim(
                cron.expression() + " " + (cron.zone().equals(ZoneOffset.UTC) ? "UTC" : cron.zone()));
    }
}
