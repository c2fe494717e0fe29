package dev.tidemark.config.importer;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.config.document.ForeignFormat;
import dev.tidemark.config.document.SourceDocument;
import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.config.document.TextSyntax;
import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.model.probe.Step;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.url.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Imports journeys recorded with Chrome DevTools: https://github.com/puppeteer/replay/blob/main/src/Schema.ts. Every field of
 * every step is applied or listed as ignored; a step that would mean something else without a field is left out. A click that
 * navigates needs no explicit wait, as the next step waits for its element.
 */
public final class RecordingImporter {

    private static final Set<String> TOP_LEVEL = Set.of("title", "steps", "selectorAttribute");
    private static final Set<String> PROFILE_STEPS = Set.of("setViewport", "emulateNetworkConditions");

    private final List<Step> steps = new ArrayList<>();
    private final List<ValidationError> ignored = new ArrayList<>();
    private final RecordedKeyboard keyboard = new RecordedKeyboard(steps, this::ignore);
    private final Optional<String> testAttribute;

    private RecordingImporter(Optional<String> testAttribute) {
        this.testAttribute = testAttribute;
    }

    /**
     * Reads a recording.
     *
     * @param errors receives the syntax errors of the text
     */
    public static ImportedJourney read(String json, ValidationErrors errors) {
        Optional<DocumentNode> document =
                SourceDocument.read("", json, TextSyntax.JSON, VariableSubstitution.NONE, errors).stream()
                        .findFirst();
        Optional<ForeignFormat> other =
                document.flatMap(ForeignFormat::of).filter(found -> found != ForeignFormat.RECORDING);
        if (other.isPresent()) {
            errors.add(document.get().place(), other.get().message());
            return new ImportedJourney("", List.of(), List.of());
        }
        List<DocumentNode> nodes = document.filter(DocumentNode.Fields.class::isInstance)
                                .flatMap(top -> ((DocumentNode.Fields) top).value("steps"))
                                .orElse(null)
                        instanceof DocumentNode.Items items
                ? items.nodes()
                : List.of();
        if (errors.isEmpty() && nodes.isEmpty()) {
            errors.add(
                    document.map(DocumentNode::place).orElse(SourceLocation.BODY),
                    LocalizedMessage.of("import.journey.noSteps"));
        }
        if (nodes.isEmpty()) {
            return new ImportedJourney("", List.of(), List.of());
        }
        RecordedStep top = new RecordedStep((DocumentNode.Fields) document.orElseThrow());
        RecordingImporter recording = new RecordingImporter(top.text("selectorAttribute"));
        recording.rest(top);
        nodes.forEach(recording::step);
        recording.keyboard.end();
        return new ImportedJourney(top.text("title").orElse(""), recording.steps, recording.ignored);
    }

    private void rest(RecordedStep top) {
        top.fields().values().forEach((key, node) -> {
            if (!TOP_LEVEL.contains(key)) {
                String reason = key.equals("timeout") ? "import.ignored.timeout" : "import.ignored.stepField";
                ignored.add(new ValidationError(node.place(), LocalizedMessage.of(reason, key)));
            }
        });
    }

    private void step(DocumentNode node) {
        if (!(node instanceof DocumentNode.Fields fields)) {
            ignored.add(new ValidationError(node.place(), LocalizedMessage.of("import.ignored.notAMapping", "step")));
            return;
        }
        RecordedStep step = new RecordedStep(fields);
        Optional<LocalizedMessage> obstacle = step.obstacle(keyboard.isModifierDown());
        if (obstacle.isPresent()) {
            ignore(step, obstacle.get());
            return;
        }
        switch (step.type()) {
            case "navigate" -> open(step);
            case "click" -> selector(step).ifPresent(selector -> add(step, new Step.Click(selector)));
            case "change" -> change(step);
            case "keyDown" -> keyboard.down(step);
            case "keyUp" -> keyboard.up(step);
            case "waitForElement" -> selector(step).ifPresent(selector -> add(step, new Step.WaitFor(selector)));
            default -> {
                String reason = PROFILE_STEPS.contains(step.type())
                        ? "import.ignored.profileStep"
                        : "import.ignored.unknownStep";
                ignore(step, LocalizedMessage.of(reason, step.type()));
            }
        }
    }

    private void open(RecordedStep step) {
        try {
            add(step, new Step.Open(WebUrl.parse(step.text("url").orElse(""))));
        } catch (InvalidValueException invalid) {
            ignore(step, invalid.localizedMessage());
        }
    }

    private void change(RecordedStep step) {
        Optional<String> value = step.text("value");
        if (value.isEmpty()) {
            ignore(step, LocalizedMessage.of("import.ignored.noValue"));
        } else if (value.get().startsWith("C:\\fakepath\\")) {
            ignore(step, LocalizedMessage.of("import.ignored.fileUpload"));
        } else {
            selector(step)
                    .ifPresent(
                            selector -> add(step, new Step.Fill(selector, value.get(), step.hasSecretValue(selector))));
        }
    }

    private void add(RecordedStep step, Step taken) {
        steps.add(taken);
        keyboard.otherStep();
        step.remarks().forEach(reason -> ignore(step, reason));
    }

    private void ignore(RecordedStep step, LocalizedMessage reason) {
        ignored.add(new ValidationError(step.fields().place(), reason));
    }

    private Optional<String> selector(RecordedStep step) {
        Optional<String> selector =
                step.value("selectors").flatMap(nodes -> RecordedSelector.best(nodes, testAttribute));
        if (selector.isEmpty()) {
            ignore(step, LocalizedMessage.of("import.ignored.noSelector"));
        }
        return selector;
    }
}
