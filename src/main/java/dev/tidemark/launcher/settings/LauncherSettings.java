package dev.tidemark.launcher.settings;

import dev.tidemark.launcher.system.LaunchException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Settings, from environment variables or system properties of the same name (which take precedence).
 *
 * @param home output of the build: server, WAR, Playwright driver
 * @param data directory of persistent data
 * @param database location of the database; empty for the embedded one
 * @param product all settings that are passed to the product
 */
public record LauncherSettings(
        Path home,
        Path data,
        String host,
        int port,
        Optional<String> database,
        String chromium,
        boolean mailUser,
        List<String> javaOptions,
        Map<String, String> product) {
    private static final String PREFIX = "TIDEMARK_";
    private static final int HIGHEST_PORT = 65535;
    /** The server needs less than half of this, as measured. */
    private static final String JAVA_OPTIONS = "-Xms64m -Xmx512m -XX:MaxMetaspaceSize=256m";

    public LauncherSettings {
        javaOptions = List.copyOf(javaOptions);
        product = Map.copyOf(product);
    }

    /** Reads and validates the settings; all errors are reported at once. */
    public static LauncherSettings of(Map<String, String> environment) {
        Function<String, Optional<String>> find = name -> Optional.ofNullable(environment.get(PREFIX + name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        List<String> errors = new ArrayList<>();
        int port = port(find.apply("HTTP_PORT").orElse("8080"), errors);
        Optional<String> database = find.apply("DATABASE_URL");
        database.filter(url -> !url.startsWith("jdbc:postgresql:"))
                .ifPresent(url -> errors.add("TIDEMARK_DATABASE_URL is not a PostgreSQL JDBC URL:"
                        + " it must begin with jdbc:postgresql://, as in jdbc:postgresql://db.example:5432/tidemark"));
        find.apply("LANGUAGE")
                .filter(tag -> !isLanguageTag(tag))
                .ifPresent(tag -> errors.add("TIDEMARK_LANGUAGE is \"" + tag
                        + "\", which is not a language tag. Use a BCP 47 tag such as en, de or pt-BR."));
        errors.addAll(MailEncryption.errors(environment));
        if (!errors.isEmpty()) {
            throw new LaunchException(String.join(System.lineSeparator(), errors));
        }
        return new LauncherSettings(
                Path.of(find.apply("HOME").orElse("target")).toAbsolutePath().normalize(),
                Path.of(find.apply("DATA_DIR").orElse("data")).toAbsolutePath().normalize(),
                find.apply("HTTP_HOST").orElse("127.0.0.1"),
                port,
                database,
                find.apply("CHROMIUM").orElse(""),
                find.apply("SMTP_USER").isPresent(),
                List.of(find.apply("JAVA_OPTS").orElse(JAVA_OPTIONS).split("\\s+")),
                forProduct(environment));
    }

    /** The settings of this process. */
    public static Map<String, String> ofThisProcess() {
        Map<String, String> all = new TreeMap<>(System.getenv());
        System.getProperties().stringPropertyNames().forEach(name -> all.put(name, System.getProperty(name)));
        return all;
    }

    /** URL of the web interface. */
    public String address() {
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        String name = everywhere ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
        return "http://" + name + ":" + port + "/";
    }

    public Path driver() {
        return home.resolve("playwright-driver");
    }

    private static boolean isLanguageTag(String tag) {
        try {
            new Locale.Builder().setLanguageTag(tag);
            return true;
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static int port(String text, List<String> errors) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= HIGHEST_PORT) {
            return Integer.parseInt(text);
        }
        errors.add("TIDEMARK_HTTP_PORT is \"" + text + "\"; it must be a number from 1 to " + HIGHEST_PORT);
        return 0;
    }

    private static Map<String, String> forProduct(Map<String, String> environment) {
        Map<String, String> settings = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !value.isBlank()) {
                settings.put(name, value.strip());
            }
        });
        settings.remove(PREFIX + "HOME");
        settings.remove(PREFIX + "JAVA_OPTS");
        String probes = settings.getOrDefault(PREFIX + "PROBES_DIR", "probes");
        settings.put(
                PREFIX + "PROBES_DIR",
                Path.of(probes).toAbsolutePath().normalize().toString());
        settings.putAll(MailEncryption.of(settings));
        return settings;
    }
}
