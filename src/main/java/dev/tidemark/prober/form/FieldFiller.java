package dev.tidemark.prober.form;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Gives a form field a value, as Playwright's {@code fill}, {@code selectOption} and {@code check} do, but types texts key by
 * key, so that INP is measured. A field that does not hold the value afterwards is a failure. Reasons never contain the value.
 */
public final class FieldFiller {

    private static final double MAX_RETRY_MILLIS = 300;
    private static final double MAX_OBSTACLE_MILLIS = 1_000;
    private static final int MAX_ATTEMPTS = 5;

    private final Page page;
    private final DoubleSupplier limitMillis;

    /** @param limitMillis the time that is left for the step */
    public FieldFiller(Page page, DoubleSupplier limitMillis) {
        this.page = page;
        this.limitMillis = limitMillis;
    }

    /**
     * Why the field does not have the value; empty if it has.
     *
     * @throws TimeoutError if there is no such field, or it does not accept input
     * @throws PlaywrightException if the selector is invalid or the page no longer exists
     */
    public Optional<LocalizedMessage> fill(Locator field, String value) {
        Locator locator = field.first();
        for (int attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
            try {
                return fill(FormField.find(locator, limitMillis.getAsDouble()), value);
            } catch (PlaywrightException failure) {
                if (!isReplaced(failure)) {
                    throw failure;
                }
            }
        }
        return fill(FormField.find(locator, limitMillis.getAsDouble()), value);
    }

    /**
     * What prevents input in the field after a timeout; empty if that is unknown.
     *
     * @throws PlaywrightException if there is no such field
     */
    public Optional<LocalizedMessage> obstacle(Locator field) {
        return FormField.find(field.first(), MAX_OBSTACLE_MILLIS).obstacle();
    }

    /** A page may render a field again while it is filled. */
    private static boolean isReplaced(PlaywrightException failure) {
        return !(failure instanceof TimeoutError)
                && String.valueOf(failure.getMessage()).contains("attached");
    }

    private Optional<LocalizedMessage> fill(FormField field, String value) {
        return switch (field.kind()) {
            case "" -> failed("outcome.fill.noField");
            case "file" -> failed("outcome.fill.file");
            case "hidden" -> failed("outcome.fill.hidden");
            case "submit", "button", "image", "reset" -> failed("outcome.fill.button");
            case "select", "select-multiple" -> new OptionChooser(field, limitMillis).choose(value);
            case "checkbox", "radio", "role-checkbox", "role-radio", "role-switch" ->
                new CheckBox(field, limitMillis).set(value);
            default ->
                ValueForm.of(field.kind())
                        .map(form -> formatted(field, form, value))
                        .orElseGet(() -> text(field, value));
        };
    }

    private static Optional<LocalizedMessage> failed(String reason) {
        return Optional.of(LocalizedMessage.of(reason));
    }

    private Optional<LocalizedMessage> formatted(FormField field, ValueForm form, String value) {
        if (!form.accepts(value)) {
            return Optional.of(LocalizedMessage.of("outcome.fill.form", field.kind(), form.example()));
        }
        if (form.isTyped()) {
            type(field, form.written(value));
        } else {
            set(field, form, form.written(value));
        }
        return field.held()
                .filter(held -> !form.isSame(value, held))
                .map(held -> held.isEmpty() || form.isTyped()
                        ? LocalizedMessage.of("outcome.fill.changed")
                        : LocalizedMessage.of("outcome.fill.holds", held));
    }

    /** Playwright refuses a value that the browser writes in another way, such as a time without its seconds of 00. */
    private void set(FormField field, ValueForm form, String value) {
        try {
            field.element().fill(value, new ElementHandle.FillOptions().setTimeout(limitMillis.getAsDouble()));
        } catch (PlaywrightException failure) {
            if (!String.valueOf(failure.getMessage()).contains("Malformed")) {
                throw failure;
            }
            if (field.held().filter(held -> form.isSame(value, held)).isPresent()) {
                field.element().dispatchEvent("input", Map.of("bubbles", true, "composed", true));
                field.element().dispatchEvent("change", Map.of("bubbles", true));
            }
        }
    }

    private Optional<LocalizedMessage> text(FormField field, String value) {
        TypedText given = TypedText.of(field, value);
        type(field, given.text());
        Optional<String> held = field.held();
        long end = System.nanoTime() + (long) (MAX_RETRY_MILLIS * 1e6);
        while (held.filter(text -> !given.isSame(text)).isPresent() && System.nanoTime() < end) {
            page.waitForTimeout(20);
            held = field.held();
        }
        return held.filter(text -> !given.isSame(text)).map(given::difference);
    }

    @SuppressWarnings("deprecation") // A locator cannot refer to the field of a label.
    private void type(FormField field, String text) {
        field.element().fill("", new ElementHandle.FillOptions().setTimeout(limitMillis.getAsDouble()));
        if (!text.isEmpty()) {
            field.element().type(text, new ElementHandle.TypeOptions().setTimeout(limitMillis.getAsDouble()));
        }
    }
}
