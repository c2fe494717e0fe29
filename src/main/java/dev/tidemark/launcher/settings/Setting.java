package dev.tidemark.launcher.settings;

import java.util.List;

/**
 * A setting: an environment variable, a line of {@code tidemark.properties}, or a system property.
 *
 * @param name the name in all three places; a final {@code *} stands for any characters
 * @param defaultValue the value if it is not set; blank if there is none
 * @param description for the configuration file: plain text, a sentence or more
 * @param check what a value must fulfil
 * @param secret whether {@code NAME_FILE} may name a file with the value, and the value appears in no message
 * @param formerNames names of earlier releases, which still work
 */
public record Setting(
        String name,
        String defaultValue,
        String description,
        SettingCheck check,
        boolean secret,
        List<String> formerNames) {
    private static final String ANY = "*";

    static Setting setting(String name, String defaultValue, String description) {
        return new Setting(name, defaultValue, description, SettingCheck.ANY, false, List.of());
    }

    static Setting secret(String name, String description) {
        return new Setting(name, "", description, SettingCheck.ANY, true, List.of());
    }

    Setting checkedBy(SettingCheck other) {
        return new Setting(name, defaultValue, description, other, secret, formerNames);
    }

    Setting formerly(String formerName) {
        return new Setting(name, defaultValue, description, check, secret, List.of(formerName));
    }

    /** Whether a name, current or former, means this setting. */
    boolean isNamed(String given) {
        if (name.endsWith(ANY)) {
            String prefix = name.substring(0, name.length() - 1);
            return given.startsWith(prefix) && given.length() > prefix.length();
        }
        return name.equals(given) || formerNames.contains(given);
    }
}
