package dev.tidemark.fuzz;

import dev.tidemark.model.schedule.CronSchedule;
import dev.tidemark.platform.i18n.InvalidValueException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Cron expressions. */
final class CronFuzz {

    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("UTC"), ZoneId.of("Europe/Berlin"), ZoneId.of("Australia/Lord_Howe"));
    private static final Instant START = Instant.parse("2026-10-24T23:59:59.5Z");
    private static final int TIMES = 5;

    private CronFuzz() {}

    static void expression(String text) {
        ZoneId zone = ZONES.get(text.length() % ZONES.size());
        try {
            follow(new CronSchedule(text, zone, text.length() % 60));
        } catch (InvalidValueException refused) {
            if (refused.localizedMessage().toString().isBlank()) {
                throw new IllegalStateException(refused);
            }
        }
    }

    private static void follow(CronSchedule schedule) {
        Instant time = START;
        for (int count = 0; count < TIMES; count++) {
            Optional<Instant> next = schedule.after(time);
            if (next.isEmpty()) {
                return;
            }
            if (!next.get().isAfter(time)) {
                throw new IllegalStateException(next.get() + " is not after " + time);
            }
            time = next.get();
        }
    }
}
