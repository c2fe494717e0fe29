package dev.tidemark.config.importer;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.config.document.JsonDocument;
import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.probe.Step;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.url.WebUrl;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Imports journeys recorded with Chrome DevTools: https://github.com/puppeteer/replay/blob/main/docs/api/README.md. A click
 * that navigates needs no explicit wait, as the next step waits for its element.
 */
public final class RecordingImporter {

    private static final Set<String> MODIFIERS = Set.of("Control", "Shift", "Alt", "Meta");
    private static final Set<String> PROFILE_STEPS = Set.of("setViewport", "emulateNetworkConditions");

    private final List<Step> steps = new ArrayList<>();
    private final List<ValidationError> ignored = new ArrayList<>();
    private final Set<String> pressedModifiers = new LinkedHashSet<>();

    private RecordingImporter() {}

    /**
     * Reads a recording.
     *
     * @param errors receives the syntax errors of the text
     */
    public static ImportedJourney read(String json, ValidationErrors errors) {
        RecordingImporter recording = new RecordingImporter();
        Optional<DocumentNode> document = JsonDocument.read(json, errors);
        List<DocumentNode> nodes = document.flatMap(top -> child(top, "steps"))
                .filter(DocumentNode.Items.class::isInstance)
                .map(items -> ((DocumentNode.Items) items).nodes())
                .orElse(List.of());
        if (document.isPresent() && nodes.isEmpty()) {
            errors.add(document.get().place(), LocalizedMessage.of("import.journey.noSteps"));
        }
        nodes.forEach(node -> recording.step(node, text(node, "type").orElse("")));
        String title = document.flatMap(top -> text(top, "title")).orElse("");
        return new ImportedJourney(title, recording.steps, recording.ignored);
    }

    private void step(DocumentNode node, String type) {
        switch (type) {
            case "navigate" -> open(node);
            case "click" -> selector(node).ifPresent(selector -> steps.add(new Step.Click(selector)));
            case "doubleClick" ->
                selector(node).ifPresent(selector -> {
                    steps.add(new Step.Click(selector));
                    steps.add(new Step.Click(selector));
                });
            case "change" ->
                selector(node)
                        .ifPresent(selector -> steps.add(
                                new Step.Fill(selector, text(node, "value").orElse(""))));
            case "keyDown" -> keyDown(text(node, "key").orElse(""));
            case "keyUp" -> pressedModifiers.remove(text(node, "key").orElse(""));
            case "waitForElement" -> selector(node).ifPresent(selector -> steps.add(new Step.WaitFor(selector)));
            default -> {
                String reason =
                        PROFILE_STEPS.contains(type) ? "import.ignored.profileStep" : "import.ignored.unknownStep";
                ignored.add(new ValidationError(node.place(), LocalizedMessage.of(reason, type)));
            }
        }
    }

    private void open(DocumentNode node) {
        try {
            steps.add(new Step.Open(WebUrl.parse(text(node, "url").orElse(""))));
        } catch (InvalidValueException invalid) {
            ignored.add(new ValidationError(node.place(), invalid.localizedMessage()));
        }
    }

    private void keyDown(String key) {
        if (MODIFIERS.contains(key)) {
            pressedModifiers.add(key);
        } else {
            String keys = pressedModifiers.isEmpty() ? key : String.join("+", pressedModifiers) + "+" + key;
            steps.add(new Step.Press("", keys));
        }
    }

    private Optional<String> selector(DocumentNode node) {
        Optional<String> selector = child(node, "selectors").flatMap(RecordedSelector::best);
        if (selector.isEmpty()) {
            ignored.add(new ValidationError(node.place(), LocalizedMessage.of("import.ignored.noSelector")));
        }
        return selector;
    }

    private static Optional<DocumentNode> child(DocumentNode node, String key) {
        return node instanceof DocumentNode.Fields fields ? fields.value(key) : Optional.empty();
    }

    private static Optional<String> text(DocumentNode node, String key) {
        return child(node, key).filter(DocumentNode.Text.class::isInstance).map(text -> ((DocumentNode.Text) text)
                .text());
    }
}
