package dev.tidemark.prober.form;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ElementState;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;
import java.util.Optional;

/**
 * The form field that a selector refers to, directly or by its label.
 *
 * @param kind the type of an input, the name of another element, {@code contenteditable}, or the role of an element that
 *     imitates a field
 */
record FormField(ElementHandle element, String kind) {

    /** Reading a value has no timeout of its own: a page whose script never ends does not respond. */
    private static final ElementHandle.WaitForElementStateOptions SOON =
            new ElementHandle.WaitForElementStateOptions().setTimeout(1_000);

    private static final String FIELD_OF = """
            found => {
              if (found.matches('input, select, textarea, [role=checkbox], [role=radio], [role=switch]') || found.isContentEditable) return found;
              const label = found.closest('label');
              return label && label.control || found;
            }""";
    private static final String KIND_OF = """
            field => {
              if (field.localName === 'input') return field.type;
              if (field.matches('select')) return field.multiple ? 'select-multiple' : 'select';
              if (field.matches('textarea')) return 'textarea';
              if (field.isContentEditable) return 'contenteditable';
              const role = field.getAttribute('role');
              return ['checkbox', 'radio', 'switch'].includes(role) ? 'role-' + role : '';
            }""";

    /** @throws com.microsoft.playwright.TimeoutError if there is no such element */
    static FormField find(Locator locator, double timeoutMillis) {
        ElementHandle field = locator.evaluateHandle(
                        FIELD_OF, null, new Locator.EvaluateHandleOptions().setTimeout(timeoutMillis))
                .asElement();
        return new FormField(field, String.valueOf(field.evaluate(KIND_OF)));
    }

    boolean isOf(String... kinds) {
        return List.of(kinds).contains(kind);
    }

    boolean isMultiLine() {
        return isOf("textarea", "contenteditable");
    }

    /** The value that a field of text holds; empty if the field no longer exists, as its page reacted to the input. */
    Optional<String> held() {
        try {
            element.waitForElementState(ElementState.ENABLED, SOON);
            return Optional.of(isOf("contenteditable") ? element.innerText() : element.inputValue());
        } catch (PlaywrightException pageGone) {
            return Optional.empty();
        }
    }

    /** Why the browser does not accept input in the field; empty if that is unknown. */
    Optional<LocalizedMessage> obstacle() {
        try {
            return !element.isVisible()
                    ? Optional.of(LocalizedMessage.of("outcome.fill.notVisible"))
                    : element.isDisabled()
                            ? Optional.of(LocalizedMessage.of("outcome.fill.disabled"))
                            : isReadOnly()
                                    ? Optional.of(LocalizedMessage.of("outcome.fill.readOnly"))
                                    : Optional.empty();
        } catch (PlaywrightException pageGone) {
            return Optional.empty();
        }
    }

    private boolean isReadOnly() {
        return Boolean.TRUE.equals(
                element.evaluate("field => !!field.readOnly || field.getAttribute('aria-readonly') === 'true'"));
    }
}
