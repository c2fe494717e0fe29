package dev.tidemark.launcher.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Validated settings. System properties take precedence over environment variables, and these over the configuration file.
 *
 * @param installation the files to run
 * @param data directory of persistent data
 * @param host the address of HTTP: with TLS, loopback
 * @param basePath the path below which everything is, such as {@code /tidemark}; empty for the root
 * @param database location of the database; empty for the embedded one
 * @param product all settings that are passed to the product
 */
public record LauncherSettings(
        Installation installation,
        Path data,
        String host,
        int port,
        String basePath,
        Optional<String> database,
        String chromium,
        boolean mailUser,
        List<String> javaOptions,
        Map<String, String> product) {
    /** The server needs less than half of this, as measured. */
    static final String JAVA_OPTIONS = "-Xms64m -Xmx512m -XX:MaxMetaspaceSize=256m";

    private static final String PROBES = "TIDEMARK_PROBES_DIR";

    public LauncherSettings {
        javaOptions = List.copyOf(javaOptions);
        product = Map.copyOf(product);
    }

    /**
     * Validates settings.
     *
     * @param environment settings by name; other names are ignored
     * @throws dev.tidemark.launcher.system.LaunchException with all errors
     */
    public static LauncherSettings of(Map<String, String> environment) {
        Map<String, String> values = new SettingsReader(List.of()).read(List.of(SettingsLayer.of(environment)));
        ListenPolicy.check(values);
        Installation installation = Installation.of(values);
        Path data = absolute(Optional.ofNullable(values.get("TIDEMARK_DATA_DIR"))
                .map(Path::of)
                .orElseGet(() -> installation.defaultData(System.getenv())));
        return new LauncherSettings(
                installation,
                data,
                values.containsKey("TIDEMARK_TLS_CERTIFICATE")
                        ? "127.0.0.1"
                        : values.getOrDefault("TIDEMARK_HTTP_HOST", "127.0.0.1"),
                Integer.parseInt(values.getOrDefault("TIDEMARK_HTTP_PORT", "8080")),
                PublicPath.of(values),
                Optional.ofNullable(values.get("TIDEMARK_DATABASE_URL")),
                values.getOrDefault("TIDEMARK_CHROMIUM", ""),
                values.containsKey("TIDEMARK_SMTP_USER"),
                List.of(values.getOrDefault("TIDEMARK_JAVA_OPTS", JAVA_OPTIONS).split("\\s+")),
                forProduct(values, installation, data));
    }

    /** The settings of this process from all sources, validated: what {@link #of} accepts. */
    public static Map<String, String> ofThisProcess() {
        return combined(System.getProperties(), System.getenv());
    }

    static Map<String, String> combined(Properties properties, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> given.put(name, properties.getProperty(name)));
        List<SettingsLayer> layers = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        Map<String, String> both = new TreeMap<>(environment);
        both.putAll(given);
        configurationFile(both).ifPresent(file -> layers.add(SettingsFile.read(file, errors)));
        layers.add(SettingsLayer.of(environment));
        layers.add(SettingsLayer.of(given));
        return new SettingsReader(errors).read(layers);
    }

    private static Optional<Path> configurationFile(Map<String, String> given) {
        String configured = given.getOrDefault("TIDEMARK_CONF", "").strip();
        return configured.isEmpty()
                ? Optional.of(Installation.of(given).configurationFile()).filter(Files::exists)
                : Optional.of(Path.of(configured));
    }

    /** URL of the web interface on this machine, with a slash at the end. */
    public String address() {
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        String name = everywhere ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
        return "http://" + name + ":" + port + basePath + "/";
    }

    /** The directory of probe files. */
    public Path probes() {
        return Path.of(product.get(PROBES));
    }

    /** The settings of the product except for secrets, for files that others may read. */
    public Map<String, String> withoutSecrets() {
        Map<String, String> settings = new TreeMap<>(product);
        settings.entrySet()
                .removeIf(one -> SettingCatalog.find(one.getKey())
                                .filter(Setting::secret)
                                .isPresent()
                        || one.getValue().contains("password="));
        return settings;
    }

    private static Map<String, String> forProduct(Map<String, String> values, Installation installation, Path data) {
        Map<String, String> settings = new TreeMap<>(values);
        List.of("TIDEMARK_HOME", "TIDEMARK_JAVA_OPTS", "TIDEMARK_CONF").forEach(settings::remove);
        Path probes = Optional.ofNullable(values.get(PROBES))
                .map(Path::of)
                .orElseGet(() -> installation.isRelease() ? data.resolve("probes") : Path.of("probes"));
        settings.put(PROBES, absolute(probes).toString());
        settings.putAll(MailEncryption.of(settings));
        return settings;
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
