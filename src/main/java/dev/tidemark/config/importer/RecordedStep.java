package dev.tidemark.config.importer;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.config.writer.SecretFields;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One step of a recording, and which of its fields have no equivalent. */
record RecordedStep(DocumentNode.Fields fields) {

    private static final Set<String> COMMON = Set.of("type", "target", "frame", "timeout", "assertedEvents");
    private static final Set<String> POINTER =
            Set.of("selectors", "button", "deviceType", "offsetX", "offsetY", "duration");

    private static final Map<String, Set<String>> KNOWN = Map.of(
            "navigate", Set.of("url"),
            "click", POINTER,
            "change", Set.of("selectors", "value"),
            "keyDown", Set.of("key"),
            "keyUp", Set.of("key"),
            "waitForElement", Set.of("selectors", "operator", "count", "visible", "properties", "attributes"));

    String type() {
        return text("type").orElse("");
    }

    Optional<DocumentNode> value(String key) {
        return fields.value(key);
    }

    /** The text of a scalar. */
    Optional<String> text(String key) {
        return value(key)
                .flatMap(node -> node instanceof DocumentNode.Text text
                        ? Optional.of(text.text())
                        : node instanceof DocumentNode.Number number
                                ? Optional.of(number.written())
                                : node instanceof DocumentNode.Flag flag
                                        ? Optional.of(String.valueOf(flag.value()))
                                        : Optional.empty());
    }

    /** Whether one of its selectors indicates a password field. */
    boolean hasSecretValue(String chosen) {
        return SecretFields.isSecret(chosen)
                || value("selectors")
                        .map(String::valueOf)
                        .filter(SecretFields::isSecret)
                        .isPresent();
    }

    /** Why the step would do something else without one of its fields; empty if it can be taken. */
    Optional<LocalizedMessage> obstacle(boolean modifierDown) {
        if (!KNOWN.containsKey(type())) {
            return Optional.empty();
        }
        if (value("frame").filter(node -> !isEmptyList(node)).isPresent()) {
            return Optional.of(LocalizedMessage.of("import.ignored.frame", type()));
        }
        Optional<String> target = text("target").filter(name -> !name.equals("main"));
        if (target.isPresent()) {
            return Optional.of(LocalizedMessage.of("import.ignored.target", type(), target.get()));
        }
        return switch (type()) {
            case "click" -> clickObstacle(modifierDown);
            case "waitForElement" -> waitObstacle();
            default -> Optional.empty();
        };
    }

    private Optional<LocalizedMessage> clickObstacle(boolean modifierDown) {
        Optional<String> button = text("button").filter(name -> !name.equals("primary"));
        if (button.isPresent()) {
            return Optional.of(LocalizedMessage.of("import.ignored.button", button.get()));
        }
        return modifierDown ? Optional.of(LocalizedMessage.of("import.ignored.modifierClick")) : Optional.empty();
    }

    /** A wait for absence, or one that always or never ends at once, is not a wait for presence. */
    private Optional<LocalizedMessage> waitObstacle() {
        boolean hidden =
                text("visible").filter(visible -> !visible.equals("true")).isPresent();
        Optional<String> operator = text("operator");
        boolean atMost =
                operator.filter(one -> !one.equals(">=") && !one.equals("==")).isPresent();
        boolean none =
                text("count").filter(count -> !count.matches("[1-9]\\d*")).isPresent();
        return hidden || atMost || none
                ? Optional.of(LocalizedMessage.of("import.ignored.waitForAbsence"))
                : Optional.empty();
    }

    /** The fields that a taken step does not apply, each with the reason. */
    List<LocalizedMessage> remarks() {
        List<LocalizedMessage> remarks = new ArrayList<>();
        remark(remarks, "import.ignored.timeout", "timeout");
        remark(remarks, "import.ignored.offset", "offsetX", "offsetY");
        remark(remarks, "import.ignored.duration", "duration");
        text("deviceType")
                .filter(device -> !device.equals("mouse"))
                .ifPresent(device -> remarks.add(LocalizedMessage.of("import.ignored.deviceType", device)));
        if (text("operator").filter("=="::equals).isPresent()
                || text("count").filter(count -> !count.equals("1")).isPresent()) {
            remarks.add(LocalizedMessage.of("import.ignored.count"));
        }
        remark(remarks, "import.ignored.elementState", "properties", "attributes");
        if (!assertedEventsHold()) {
            remarks.add(LocalizedMessage.of("import.ignored.assertedEvents"));
        }
        fields.values().keySet().stream()
                .filter(key -> !COMMON.contains(key) && !KNOWN.get(type()).contains(key))
                .forEach(key -> remarks.add(LocalizedMessage.of("import.ignored.stepField", key)));
        return remarks;
    }

    private void remark(List<LocalizedMessage> remarks, String reason, String... keys) {
        String present =
                List.of(keys).stream().filter(key -> value(key).isPresent()).collect(Collectors.joining(", "));
        if (!present.isEmpty()) {
            remarks.add(LocalizedMessage.of(reason, present));
        }
    }

    /** Whether there is nothing asserted but what opening a page implies: a navigation to its URL. */
    private boolean assertedEventsHold() {
        Optional<DocumentNode> events = value("assertedEvents").filter(node -> !isEmptyList(node));
        return events.isEmpty()
                || type().equals("navigate")
                        && events.get() instanceof DocumentNode.Items items
                        && items.nodes().stream().allMatch(this::isNavigation);
    }

    private boolean isNavigation(DocumentNode node) {
        if (!(node instanceof DocumentNode.Fields event)) {
            return false;
        }
        RecordedStep asserted = new RecordedStep(event);
        boolean sameUrl = asserted.text("url")
                .filter(url -> !url.isEmpty() && !Optional.of(url).equals(text("url")))
                .isEmpty();
        return asserted.type().equals("navigation")
                && sameUrl
                && asserted.text("title").filter(title -> !title.isEmpty()).isEmpty()
                && Set.of("type", "url", "title").containsAll(event.values().keySet());
    }

    private static boolean isEmptyList(DocumentNode node) {
        return node instanceof DocumentNode.Items items && items.nodes().isEmpty();
    }
}
