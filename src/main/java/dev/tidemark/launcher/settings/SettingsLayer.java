package dev.tidemark.launcher.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The settings of one source, by name: system properties, environment, or configuration file. */
record SettingsLayer(Map<String, SettingValue> values) {
    static final String PREFIX = "TIDEMARK_";
    /** What Kubernetes and Docker set for a service named tidemark. */
    private static final String OF_ORCHESTRATORS =
            "TIDEMARK_(SERVICE_(HOST|PORT)(_.*)?|PORT(_\\d+_(TCP|UDP)(_.*)?)?|NAME)";

    SettingsLayer {
        values = Map.copyOf(values);
    }

    /** Of environment variables or system properties; names without the prefix and blank values are ignored. */
    static SettingsLayer of(Map<String, String> variables) {
        Map<String, SettingValue> values = new LinkedHashMap<>();
        new TreeMap<>(variables).forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !value.isBlank() && !name.matches(OF_ORCHESTRATORS)) {
                values.put(name, new SettingValue(name, value.strip(), ""));
            }
        });
        return new SettingsLayer(values);
    }
}
