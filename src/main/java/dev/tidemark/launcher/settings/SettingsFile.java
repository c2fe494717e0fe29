package dev.tidemark.launcher.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code tidemark.properties}: lines of {@code NAME=value} and comments. Unlike {@link java.util.Properties} it knows line
 * numbers, and backslashes stand for themselves, so that passwords and paths need no escaping.
 */
final class SettingsFile {
    private final Path file;
    private final List<String> errors;
    private final Map<String, SettingValue> values = new LinkedHashMap<>();

    private SettingsFile(Path file, List<String> errors) {
        this.file = file;
        this.errors = errors;
    }

    /** @param errors receives what is wrong with the file */
    static SettingsLayer read(Path file, List<String> errors) {
        SettingsFile reader = new SettingsFile(file, errors);
        reader.read();
        return new SettingsLayer(reader.values);
    }

    private void read() {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                line(i + 1, lines.get(i).replace("\ufeff", "").strip());
            }
        } catch (NoSuchFileException missing) {
            errors.add(file + " does not exist. Create it, or correct TIDEMARK_CONF.");
        } catch (AccessDeniedException denied) {
            errors.add(file + " cannot be read by the user " + System.getProperty("user.name")
                    + ". Run tidemark as the user who may read it, or change its permissions.");
        } catch (CharacterCodingException invalid) {
            errors.add(file + " is not encoded as UTF-8. Save it as UTF-8.");
        } catch (IOException failed) {
            errors.add(file + " cannot be read: " + failed.getMessage());
        }
    }

    private void line(int number, String text) {
        if (text.isEmpty() || text.startsWith("#") || text.startsWith("!")) {
            return;
        }
        String source = file + ":" + number;
        int equals = text.indexOf('=');
        if (equals < 1) {
            errors.add(source + ": \"" + abbreviated(text)
                    + "\" is not a setting. Write NAME=value, or # before a comment.");
            return;
        }
        SettingValue value = new SettingValue(
                text.substring(0, equals).strip(), text.substring(equals + 1).strip(), source);
        if (value.value().matches("(?s)\".*\"|'.*'")) {
            errors.add(value.error(
                    value.name() + " is quoted. Remove the quotation marks: they would be part of the value."));
        }
        SettingValue earlier = values.get(value.name());
        if (earlier != null) {
            errors.add(
                    value.error(value.name() + " is already set in " + earlier.source() + ". Remove one of the two."));
        } else if (!value.value().isEmpty()) {
            values.put(value.name(), value);
        }
    }

    /** The first word only: the rest may be a secret. */
    private static String abbreviated(String text) {
        return text.split("[\\s:]", 2)[0];
    }
}
