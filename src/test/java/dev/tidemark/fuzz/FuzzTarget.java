package dev.tidemark.fuzz;

import dev.tidemark.prober.response.PrometheusFuzz;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Parsers of texts that others write. Any text must be read or refused with the product's own validation errors, within limited time,
 * stack and memory; what was read must be the same after it has been written and read again.
 */
public enum FuzzTarget {
    YAML(DefinitionFuzz::yaml),
    JSON(DefinitionFuzz::json),
    CRON(CronFuzz::expression),
    RECORDING(ImportFuzz::recording),
    BUDGETS(ImportFuzz::budgets),
    PROMETHEUS(PrometheusFuzz::text);

    private final Consumer<String> parser;

    FuzzTarget(Consumer<String> parser) {
        this.parser = parser;
    }

    /** Parses a text; throws what must not happen. */
    public void run(String text) {
        parser.accept(text);
    }

    /** Also the name of the folder with its inputs. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
