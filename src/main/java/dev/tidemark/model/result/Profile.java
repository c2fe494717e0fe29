package dev.tidemark.model.result;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.Objects;
import java.util.Optional;

/**
 * The emulated device and network. The name is only a label; the values are stored with each run.
 *
 * @param cpuSlowdown factor by which the CPU is slowed down, 1 to 20
 * @param userAgent the complete User-Agent header; empty for the browser's own
 */
public record Profile(
        String name, Viewport viewport, NetworkConditions network, double cpuSlowdown, Optional<String> userAgent) {

    public Profile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(viewport, "viewport");
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(userAgent, "userAgent");
        if (!(cpuSlowdown >= 1 && cpuSlowdown <= 20)) {
            throw new InvalidValueException("validation.cpuSlowdown.range", cpuSlowdown);
        }
    }

    public FormFactor formFactor() {
        return viewport.mobile() ? FormFactor.MOBILE : FormFactor.DESKTOP;
    }
}
