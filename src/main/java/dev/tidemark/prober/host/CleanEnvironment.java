package dev.tidemark.prober.host;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The environment variables that a browser needs: search paths, language, time zone and fonts. Everything else stays
 * with the server, as its environment holds passwords, and a page that breaks out of the browser could read them.
 */
public final class CleanEnvironment {

    private static final Set<String> NAMES = Set.of(
            "PATH",
            "LANG",
            "LANGUAGE",
            "TZ",
            "TZDIR",
            "FONTCONFIG_FILE",
            "FONTCONFIG_PATH",
            "FONTCONFIG_SYSROOT",
            "LD_LIBRARY_PATH",
            "CHROME_DEVEL_SANDBOX",
            // Without these, programs do not start on Windows.
            "SystemRoot",
            "SystemDrive",
            "windir");

    private static final String LOCALE = "LC_";

    private CleanEnvironment() {}

    /** The variables of the server that a browser needs. */
    public static Map<String, String> ofThisProcess() {
        return of(System.getenv());
    }

    static Map<String, String> of(Map<String, String> all) {
        Map<String, String> kept = new TreeMap<>(all);
        kept.keySet().removeIf(name -> !NAMES.contains(name) && !name.startsWith(LOCALE));
        return kept;
    }
}
