package dev.tidemark.launcher.settings;

import dev.tidemark.launcher.system.LaunchException;
import dev.tidemark.launcher.system.SpellingHint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Combines the sources of settings into one value per name, and collects everything that is wrong. */
final class SettingsReader {
    private static final String FILE = "_FILE";

    private final List<String> errors;
    private final Map<String, SettingValue> effective = new TreeMap<>();

    /** @param errors found before, when the sources were read */
    SettingsReader(List<String> errors) {
        this.errors = new ArrayList<>(errors);
    }

    /**
     * The effective values.
     *
     * @param layers those that take precedence last
     * @throws LaunchException with all errors, one per line
     */
    Map<String, String> read(List<SettingsLayer> layers) {
        layers.forEach(this::add);
        effective.values().forEach(this::check);
        if (!errors.isEmpty()) {
            throw new LaunchException(String.join(System.lineSeparator(), errors));
        }
        Map<String, String> values = new TreeMap<>();
        effective.forEach((name, value) -> values.put(name, value.value()));
        return values;
    }

    private void add(SettingsLayer layer) {
        new TreeMap<>(layer.values()).forEach((name, value) -> {
            if (SettingCatalog.find(name).isPresent() && !isFileOfSecret(name)) {
                effective.put(name, value);
            } else if (isFileOfSecret(name)) {
                addSecret(layer, value);
            } else {
                errors.add(value.error(unknown(name)));
            }
        });
    }

    private static boolean isFileOfSecret(String name) {
        boolean settingItself =
                SettingCatalog.all().anyMatch(setting -> setting.name().equals(name));
        return !settingItself
                && withoutSuffix(name)
                        .flatMap(SettingCatalog::find)
                        .filter(Setting::secret)
                        .isPresent();
    }

    private static Optional<String> withoutSuffix(String name) {
        return Optional.of(name)
                .filter(text -> text.endsWith(FILE))
                .map(text -> text.substring(0, text.length() - FILE.length()));
    }

    private void addSecret(SettingsLayer layer, SettingValue file) {
        String name = withoutSuffix(file.name()).orElseThrow();
        if (layer.values().containsKey(name)) {
            errors.add(file.error("Both " + name + " and " + file.name() + " are set. Remove one of them."));
            return;
        }
        try {
            effective.put(
                    name, new SettingValue(name, SecretSettingFile.read(file.name(), file.value()), file.source()));
        } catch (LaunchException unreadable) {
            errors.add(file.error(unreadable.getMessage()));
        }
    }

    private void check(SettingValue value) {
        Setting setting = SettingCatalog.find(value.name()).orElseThrow();
        setting.check().problem(value.name(), value.value()).map(value::error).ifPresent(errors::add);
        if (value.isFromFile() && SettingCheck.isOfPaths(setting.check()) && isRelative(value.value())) {
            errors.add(value.error(value.name() + " is \"" + value.value()
                    + "\". Use an absolute path here: a relative one would depend on where tidemark is started."));
        }
    }

    private static boolean isRelative(String path) {
        return !Path.of(path).isAbsolute();
    }

    private static String unknown(String name) {
        Optional<Setting> notSecret = withoutSuffix(name).flatMap(SettingCatalog::find);
        if (notSecret.isPresent()) {
            return name + " is not a setting: only secrets can be read from a file. Set "
                    + notSecret.get().name() + " itself.";
        }
        List<String> valid = SettingCatalog.all()
                .flatMap(setting ->
                        setting.secret() ? Stream.of(setting.name(), setting.name() + FILE) : Stream.of(setting.name()))
                .toList();
        return "Unknown setting " + name + "." + SpellingHint.of(name, valid).orElse(" See the list in settings.md.");
    }
}
