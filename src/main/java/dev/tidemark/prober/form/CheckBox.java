package dev.tidemark.prober.form;

import com.microsoft.playwright.ElementHandle;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;

/**
 * Checks or clears a check box, or checks a radio button: by a word such as {@code true}, or by the value or label of one in
 * its group.
 */
record CheckBox(FormField field, DoubleSupplier limitMillis) {

    private static final Set<String> CHECKED = Set.of("true", "on", "yes", "1", "checked");
    private static final Set<String> CLEARED = Set.of("false", "off", "no", "0", "unchecked", "");
    private static final String IN_GROUP = """
            (field, text) => {
              if (field.localName !== 'input') return null;
              const group = field.name === '' ? [field] : [...field.getRootNode().querySelectorAll('input')].filter(
                one => one.type === field.type && one.name === field.name && one.form === field.form);
              group.sort((a, b) => (b === field) - (a === field));
              const labelled = one => [...one.labels || []].some(label => label.innerText.trim() === text);
              return group.find(one => one.getAttribute('value') === text) || group.find(labelled) || null;
            }""";
    /** Pages hide a check box and draw its label instead. */
    private static final String CLICKABLE = """
            field => field.checkVisibility({visibilityProperty: true}) && field.getClientRects().length
              ? field : [...field.labels || []].find(label => label.getClientRects().length) || field""";

    Optional<LocalizedMessage> set(String value) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        boolean radio = field.isOf("radio", "role-radio");
        Optional<ElementHandle> chosen = inGroup(value.strip());
        if (chosen.isPresent() && (radio || !CHECKED.contains(word) && !CLEARED.contains(word))) {
            return set(chosen.get(), true);
        }
        if (CHECKED.contains(word)) {
            return set(field.element(), true);
        }
        if (!CLEARED.contains(word)) {
            return Optional.of(LocalizedMessage.of(radio ? "outcome.fill.noRadio" : "outcome.fill.noState"));
        }
        return radio && field.element().isChecked()
                ? Optional.of(LocalizedMessage.of("outcome.fill.radioOff"))
                : radio ? Optional.empty() : set(field.element(), false);
    }

    private Optional<ElementHandle> inGroup(String text) {
        return Optional.ofNullable(
                field.element().evaluateHandle(IN_GROUP, text).asElement());
    }

    /** Fails by itself if the state does not change. */
    private Optional<LocalizedMessage> set(ElementHandle box, boolean checked) {
        box.evaluateHandle(CLICKABLE)
                .asElement()
                .setChecked(checked, new ElementHandle.SetCheckedOptions().setTimeout(limitMillis.getAsDouble()));
        return Optional.empty();
    }
}
