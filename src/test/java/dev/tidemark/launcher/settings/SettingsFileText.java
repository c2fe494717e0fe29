package dev.tidemark.launcher.settings;

import java.util.ArrayList;
import java.util.List;

/** Renders the configuration file that a release contains: every setting, commented out, with its default. */
final class SettingsFileText {
    private static final int WIDTH = 110;
    private static final String HEAD = """
            # Settings of Tidemark. Environment variables of the same names take precedence.
            #
            # Write NAME=value, without quotation marks; backslashes and # in a value stand for themselves. A secret can be read from
            # a file: TIDEMARK_ADMIN_PASSWORD_FILE=/run/secrets/admin. Changes apply at the next start.
            # All settings are described at length in settings.md of the manual.
            """;

    private SettingsFileText() {}

    static String ofAll() {
        StringBuilder text = new StringBuilder(HEAD);
        SettingCatalog.documented().forEach((section, settings) -> {
            text.append("\n# --- ").append(section).append(" ---\n");
            settings.stream()
                    .filter(setting -> !setting.name().equals("TIDEMARK_CONF"))
                    .forEach(setting -> {
                        text.append('\n');
                        lines(setting.description())
                                .forEach(line -> text.append("# ").append(line).append('\n'));
                        text.append('#')
                                .append(setting.name())
                                .append('=')
                                .append(setting.defaultValue())
                                .append('\n');
                    });
        });
        return text.toString();
    }

    private static List<String> lines(String description) {
        List<String> lines = new ArrayList<>(List.of(""));
        for (String word : description.split(" ")) {
            String last = lines.get(lines.size() - 1);
            if (last.length() + word.length() < WIDTH) {
                lines.set(lines.size() - 1, (last + " " + word).strip());
            } else {
                lines.add(word);
            }
        }
        return lines;
    }
}
