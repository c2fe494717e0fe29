package dev.tidemark.platform.runtime;

import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads durations in settings, such as {@code TIDEMARK_KEEP_RUNS=90d}, in the same forms as in definitions. */
public final class DurationSetting implements Converter<Duration> {

    private static final long serialVersionUID = 1L;

    @Override
    public Duration convert(String value) {
        return DurationParser.parse(value);
    }
}
