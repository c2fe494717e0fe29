package dev.tidemark.foreign;

import dev.tidemark.definition.WebAddress;
import dev.tidemark.document.Fault;
import dev.tidemark.document.Faults;
import dev.tidemark.document.JsonDocument;
import dev.tidemark.document.Node;
import dev.tidemark.probe.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The door to journeys recorded with Chrome DevTools: https://github.com/puppeteer/replay/blob/main/docs/api/README.md.
 * A recorded click that leads to a navigation needs no waiting of its own: the next step waits for its element.
 */
public final class Recording {

    private static final Set<String> MODIFIERS = Set.of("Control", "Shift", "Alt", "Meta");
    private static final Set<String> SILENT = Set.of("setViewport", "emulateNetworkConditions");

    private final List<Step> steps = new ArrayList<>();
    private final List<Fault> ignored = new ArrayList<>();
    private final Set<String> held = new LinkedHashSet<>();

    private Recording() {}

    /**
     * Reads a recording.
     *
     * @param faults gets what makes the text unreadable
     */
    public static Recorded read(String json, Faults faults) {
        Recording recording = new Recording();
        Optional<Node> document = JsonDocument.read(json, faults);
        List<Node> nodes = document.flatMap(top -> child(top, "steps"))
                .filter(Node.Items.class::isInstance)
                .map(items -> ((Node.Items) items).nodes())
                .orElse(List.of());
        if (document.isPresent() && nodes.isEmpty()) {
            faults.add(document.get().place(), "has no steps; export the recording as JSON");
        }
        nodes.forEach(node -> recording.step(node, text(node, "type").orElse("")));
        String title = document.flatMap(top -> text(top, "title")).orElse("");
        return new Recorded(title, recording.steps, recording.ignored);
    }

    private void step(Node node, String type) {
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
            case "keyUp" -> held.remove(text(node, "key").orElse(""));
            case "waitForElement" -> selector(node).ifPresent(selector -> steps.add(new Step.WaitFor(selector)));
            default -> {
                String what = SILENT.contains(type) ? "belongs to the profile" : "has no equal here";
                ignored.add(new Fault(node.place(), "step \"" + type + "\" " + what));
            }
        }
    }

    private void open(Node node) {
        try {
            steps.add(new Step.Open(WebAddress.parse(text(node, "url").orElse(""))));
        } catch (IllegalArgumentException strange) {
            ignored.add(new Fault(node.place(), strange.getMessage()));
        }
    }

    private void keyDown(String key) {
        if (MODIFIERS.contains(key)) {
            held.add(key);
        } else {
            String keys = held.isEmpty() ? key : String.join("+", held) + "+" + key;
            steps.add(new Step.Press("", keys));
        }
    }

    private Optional<String> selector(Node node) {
        Optional<String> selector = child(node, "selectors").flatMap(RecordedSelector::best);
        if (selector.isEmpty()) {
            ignored.add(new Fault(node.place(), "has no selector that is understood here"));
        }
        return selector;
    }

    private static Optional<Node> child(Node node, String key) {
        return node instanceof Node.Fields fields ? fields.value(key) : Optional.empty();
    }

    private static Optional<String> text(Node node, String key) {
        return child(node, key).filter(Node.Text.class::isInstance).map(text -> ((Node.Text) text).text());
    }
}
