package dev.tidemark.platform.runtime;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Reads settings under the names of earlier releases, and logs a warning. All other sources take precedence, so that the
 * current name wins.
 */
public final class RenamedSettings implements ConfigSource {

    private static final Map<String, String> FORMER_NAMES = Map.of(
            "tidemark.filmstrip", "TIDEMARK_FILM",
            "tidemark.keep.artifacts", "TIDEMARK_KEEP_EVIDENCE",
            "tidemark.keep.notifications", "TIDEMARK_LETTERS_KEPT");

    private static final int LOWEST_ORDINAL = -1_000;
    private static final Logger LOG = Logger.getLogger(RenamedSettings.class.getName());

    private final Map<String, String> environment;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    public RenamedSettings() {
        this(System.getenv());
    }

    RenamedSettings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Set<String> getPropertyNames() {
        return FORMER_NAMES.keySet();
    }

    @Override
    public String getValue(String name) {
        String former = FORMER_NAMES.get(name);
        if (former == null) {
            return null;
        }
        Optional<String> value = value(former);
        if (value.isPresent() && warned.add(former)) {
            LOG.warning(() -> former + " was renamed; set " + environmentName(name) + " instead");
        }
        return value.orElse(null);
    }

    @Override
    public int getOrdinal() {
        return LOWEST_ORDINAL;
    }

    @Override
    public String getName() {
        return "former names of settings";
    }

    private Optional<String> value(String former) {
        return Stream.of(
                        Optional.ofNullable(System.getProperty(former)),
                        Optional.ofNullable(System.getProperty(propertyName(former))),
                        Optional.ofNullable(environment.get(former)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String propertyName(String environmentName) {
        return environmentName.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private static String environmentName(String propertyName) {
        return propertyName.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
