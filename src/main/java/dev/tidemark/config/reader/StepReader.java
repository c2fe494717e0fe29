package dev.tidemark.config.reader;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.NearestName;
import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.probe.Step;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a list of steps. Each step is a mapping with one key, the action. */
final class StepReader {

    private static final Duration MAX_PAUSE = Duration.ofSeconds(60);
    private static final int MAX_STEPS = 100;
    private static final List<String> ACTIONS = List.of("open", "click", "fill", "press", "waitFor", "pause", "expect");

    private final ValidationErrors errors;

    StepReader(ValidationErrors errors) {
        this.errors = errors;
    }

    List<Step> read(MappingReader probe, String key) {
        List<DocumentNode> nodes = probe.items(key);
        if (nodes.size() > MAX_STEPS) {
            probe.addError(key, LocalizedMessage.of("validation.journey.tooLong", key, nodes.size(), MAX_STEPS));
        }
        List<Step> steps = new ArrayList<>();
        nodes.forEach(node -> step(node).ifPresent(steps::add));
        return steps;
    }

    private Optional<Step> step(DocumentNode node) {
        if (!(node instanceof DocumentNode.Fields fields) || fields.values().size() != 1) {
            return error(node.place(), LocalizedMessage.of("validation.journey.step", String.join(", ", ACTIONS)));
        }
        MappingReader step = new MappingReader(fields, errors);
        String action = fields.values().keySet().iterator().next();
        if (fields.values().get(action) instanceof DocumentNode.Nothing && ACTIONS.contains(action)) {
            return error(node.place(), LocalizedMessage.of("validation.value.null", "steps", action));
        }
        return switch (action) {
            case "open" -> step.url(action).map(Step.Open::new);
            case "click" -> selector(step, action).map(Step.Click::new);
            case "waitFor" -> selector(step, action).map(Step.WaitFor::new);
            case "pause" -> step.duration(action).flatMap(span -> pause(step, span));
            case "fill" -> fill(step);
            case "press" -> press(step);
            case "expect" -> expect(step);
            default ->
                error(
                        fields.keys().get(action),
                        LocalizedMessage.of(
                                "validation.journey.unknownStep", action, NearestName.hint(action, ACTIONS)));
        };
    }

    private Optional<Step> pause(MappingReader step, Duration span) {
        return span.isNegative() || span.compareTo(MAX_PAUSE) > 0
                ? error(step.placeOf("pause"), LocalizedMessage.of("validation.pause.range", span, MAX_PAUSE))
                : Optional.of(new Step.Pause(span));
    }

    private Optional<Step> fill(MappingReader step) {
        boolean secret =
                step.section("fill").flatMap(section -> section.flag("secret")).orElse(false);
        return pair(step, "fill", "value").map(pair -> new Step.Fill(pair.get("selector"), pair.get("value"), secret));
    }

    /** The value of a check box may be a boolean, and that of a select with several options a list. */
    private static Optional<String> value(MappingReader section, String key) {
        Optional<DocumentNode> node = section.node(key);
        if (node.orElse(null) instanceof DocumentNode.Flag flag) {
            return Optional.of(String.valueOf(flag.value()));
        }
        return section.isList(key)
                ? Optional.of(String.join("\n", section.parsedItems(key, text -> text)))
                : section.text(key);
    }

    private Optional<Step> press(MappingReader step) {
        if (step.node("press").orElse(null) instanceof DocumentNode.Fields) {
            return pair(step, "press", "key").map(pair -> new Step.Press(pair.get("selector"), pair.get("key")));
        }
        return selector(step, "press").map(key -> new Step.Press("", key));
    }

    private Optional<Step> expect(MappingReader step) {
        if (step.node("expect").orElse(null) instanceof DocumentNode.Fields) {
            return pair(step, "expect", "text").map(pair -> new Step.Expect(pair.get("selector"), pair.get("text")));
        }
        return selector(step, "expect").map(selector -> new Step.Expect(selector, ""));
    }

    private Optional<Map<String, String>> pair(MappingReader step, String action, String second) {
        return step.section(action).flatMap(section -> {
            Optional<String> selector = selector(section, "selector");
            Optional<String> value = action.equals("fill") ? value(section, second) : section.text(second);
            if (value.isEmpty() && !section.has(second)) {
                errors.add(section.place(), LocalizedMessage.of("validation.journey.stepPart", action, second));
            }
            if (action.equals("fill")) {
                section.ignore(Set.of("secret"));
            }
            section.rejectUnknownKeys();
            return selector.flatMap(s -> value.map(v -> Map.of("selector", s, second, v)));
        });
    }

    private Optional<String> selector(MappingReader section, String key) {
        Optional<String> text = section.text(key).filter(given -> !given.isBlank());
        if (text.isEmpty()) {
            errors.add(section.placeOf(key), LocalizedMessage.of("validation.text.empty", key));
        }
        return text;
    }

    private <T> Optional<T> error(SourceLocation place, LocalizedMessage detail) {
        errors.add(place, detail);
        return Optional.empty();
    }
}
