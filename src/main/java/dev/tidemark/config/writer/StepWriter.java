package dev.tidemark.config.writer;

import dev.tidemark.model.probe.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes steps in the format of {@code StepReader}. */
final class StepWriter {

    private final boolean showSecrets;

    StepWriter(boolean showSecrets) {
        this.showSecrets = showSecrets;
    }

    List<Map<String, Object>> write(List<Step> steps) {
        return steps.stream().map(this::step).toList();
    }

    private Map<String, Object> step(Step step) {
        if (step instanceof Step.Fill fill) {
            return Map.of("fill", fill(fill));
        }
        if (step instanceof Step.Press press) {
            Object pressed =
                    press.selector().isEmpty() ? press.key() : Map.of("selector", press.selector(), "key", press.key());
            return Map.of("press", pressed);
        }
        if (step instanceof Step.Expect expect) {
            return Map.of("expect", Map.of("selector", expect.selector(), "text", expect.text()));
        }
        return simple(step);
    }

    private Map<String, Object> fill(Step.Fill fill) {
        boolean shown = showSecrets || !SecretFields.isMasked(fill);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("selector", fill.selector());
        map.put("value", shown ? fill.value() : SecretFields.mask(fill.value()));
        if (fill.secret()) {
            map.put("secret", true);
        }
        return map;
    }

    private static Map<String, Object> simple(Step step) {
        if (step instanceof Step.Open open) {
            return Map.of("open", open.url().toString());
        }
        if (step instanceof Step.Click click) {
            return Map.of("click", click.selector());
        }
        if (step instanceof Step.WaitFor waitFor) {
            return Map.of("waitFor", waitFor.selector());
        }
        return Map.of("pause", ((Step.Pause) step).time().toString());
    }
}
