package dev.tidemark.config.reader;

import dev.tidemark.config.document.NearestName;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.TreeSet;

/** Time zones by name. */
final class TimeZones {

    private TimeZones() {}

    /** The zone of an IANA name; an unknown one is an IllegalArgumentException that names the nearest. */
    static ZoneId parse(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            String hint = NearestName.hint(name, new TreeSet<>(ZoneId.getAvailableZoneIds()));
            String what = hint.startsWith("did") ? hint : "write an IANA name such as Europe/Berlin";
            throw new IllegalArgumentException("zone \"" + name + "\" is unknown; " + what);
        }
    }
}
