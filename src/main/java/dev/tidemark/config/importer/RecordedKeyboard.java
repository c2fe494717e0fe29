package dev.tidemark.config.importer;

import dev.tidemark.model.probe.Step;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Turns keys that go down and up into key presses with their modifiers. */
final class RecordedKeyboard {

    private static final Pattern MODIFIER = Pattern.compile("(Control|Shift|Alt|Meta)(Left|Right)?");

    /** The keys that Playwright knows; the recording has names for many more. */
    private static final Pattern KEY = Pattern.compile(
            "[\\x20-\\x7e]|(Control|Shift|Alt|Meta)(Left|Right)?|AltGraph|Escape|F([1-9]|1[0-2])|Digit[0-9]|Key[A-Z]"
                    + "|Backquote|Minus|Equal|Backslash|Backspace|Tab|Bracket(Left|Right)|CapsLock|Semicolon|Quote|Enter|Comma|Period|Slash|Space"
                    + "|ContextMenu|PrintScreen|ScrollLock|Pause|Page(Up|Down)|Insert|Delete|Home|End|Arrow(Left|Up|Right|Down)"
                    + "|AudioVolume(Mute|Down|Up)|MediaTrack(Next|Previous)|MediaPlayPause|NumLock|Numpad([0-9]|Divide|Multiply|Subtract|Add|Decimal|Enter)");

    private static final Map<String, String> OTHER_NAMES = Map.of("\r", "Enter", "\n", "Enter", " ", "Space");

    private final List<Step> steps;
    private final BiConsumer<RecordedStep, LocalizedMessage> ignore;
    private final Map<String, RecordedStep> modifiers = new LinkedHashMap<>();
    private final Set<String> usedModifiers = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> heldOver = new HashSet<>();

    RecordedKeyboard(List<Step> steps, BiConsumer<RecordedStep, LocalizedMessage> ignore) {
        this.steps = steps;
        this.ignore = ignore;
    }

    boolean isModifierDown() {
        return !modifiers.isEmpty();
    }

    /** Keys that are still down stay down during another step, which a key press cannot express. */
    void otherStep() {
        heldOver.addAll(keys);
    }

    void down(RecordedStep step) {
        String key = key(step);
        if (!KEY.matcher(key).matches()) {
            ignore.accept(step, LocalizedMessage.of("import.ignored.key", key));
            return;
        }
        if (MODIFIER.matcher(key).matches()) {
            modifiers.putIfAbsent(key, step);
        } else {
            usedModifiers.addAll(modifiers.keySet());
            press(key);
            keys.add(key);
        }
        step.remarks().forEach(reason -> ignore.accept(step, reason));
    }

    void up(RecordedStep step) {
        String key = key(step);
        if (modifiers.containsKey(key)) {
            modifiers.remove(key);
            if (!usedModifiers.remove(key)) {
                press(key);
            }
        } else if (!keys.remove(key)) {
            ignore.accept(step, LocalizedMessage.of("import.ignored.keyUp", key));
            return;
        }
        if (heldOver.remove(key)) {
            ignore.accept(step, LocalizedMessage.of("import.ignored.heldKey", key));
        }
        step.remarks().forEach(reason -> ignore.accept(step, reason));
    }

    /** Reports what the recording leaves down. */
    void end() {
        modifiers.forEach((key, step) -> ignore.accept(step, LocalizedMessage.of("import.ignored.heldKey", key)));
    }

    private void press(String key) {
        String held = modifiers.isEmpty() ? "" : String.join("+", modifiers.keySet()) + "+";
        steps.add(new Step.Press("", held + key));
    }

    private static String key(RecordedStep step) {
        String key = step.text("key").orElse("");
        return OTHER_NAMES.getOrDefault(key, key);
    }
}
