package dev.tidemark.launcher.settings;

/**
 * A value as it was given.
 *
 * @param name of the setting, or that with {@code _FILE}
 * @param source where it was given, such as {@code conf/tidemark.properties:14}; blank for the environment
 */
record SettingValue(String name, String value, String source) {

    /** An error message about it. */
    String error(String message) {
        return (source.isBlank() ? "" : source + ": ") + message;
    }

    boolean isFromFile() {
        return !source.isBlank();
    }
}
