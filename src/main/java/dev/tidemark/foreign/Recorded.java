package dev.tidemark.foreign;

import dev.tidemark.document.Fault;
import dev.tidemark.probe.Step;
import java.util.List;

/**
 * What a recorded journey comes to here.
 *
 * @param ignored what has no equal here, each with its reason
 */
public record Recorded(String title, List<Step> steps, List<Fault> ignored) {

    public Recorded {
        steps = List.copyOf(steps);
        ignored = List.copyOf(ignored);
    }
}
