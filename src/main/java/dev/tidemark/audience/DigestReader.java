package dev.tidemark.audience;

import dev.tidemark.document.Section;
import dev.tidemark.maintenance.DaysReader;
import dev.tidemark.maintenance.OnDays;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Reads {@code digest}, {@code digestAt}, {@code digestOn} and {@code digestZone} of a list. */
final class DigestReader {

    private static final String WEEKLY = "weekly";

    private final Section section;

    DigestReader(Section section) {
        this.section = section;
    }

    /** @param quiet lends its zone to a digest that names none */
    Optional<DigestPlan> read(Optional<OnDays> quiet) {
        Optional<String> kind = section.made("digest", DigestReader::kind);
        LocalTime at = section.made("digestAt", DigestReader::time).orElse(DigestPlan.USUAL_TIME);
        DayOfWeek day = section.made("digestOn", DaysReader::weekday).orElse(DigestPlan.USUAL_DAY);
        Optional<ZoneId> zone = section.made("digestZone", ZoneId::of);
        if (!section.has("digest")) {
            List.of("digestAt", "digestOn", "digestZone").stream()
                    .filter(section::has)
                    .forEach(key -> section.fault(key, key + " needs digest: daily or weekly"));
        }
        if (section.has("digestOn") && kind.filter(WEEKLY::equals).isEmpty() && kind.isPresent()) {
            section.fault("digestOn", "digestOn is for digest: weekly; a daily one comes every day");
        }
        return kind.map(one -> new DigestPlan(
                one.equals(WEEKLY) ? Optional.of(day) : Optional.empty(),
                at,
                zone.or(() -> quiet.map(OnDays::zone)).orElse(DigestPlan.UTC)));
    }

    private static String kind(String text) {
        if (!text.equals("daily") && !text.equals(WEEKLY)) {
            throw new IllegalArgumentException("digest \"" + text + "\" is unknown; write daily or weekly");
        }
        return text;
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "digestAt \"" + text + "\" is no time of day; write one such as 08:00", e);
        }
    }
}
