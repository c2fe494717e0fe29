package dev.tidemark.prober.form;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.SelectOption;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** Chooses options of a select by their values or labels; values take precedence. */
record OptionChooser(FormField select, DoubleSupplier limitMillis) {

    private static final String HAS_VALUE = """
            (select, value) => [...select.options].some(option => option.value === value)""";
    private static final String HAS = """
            (select, text) => [...select.options].some(option => [option.value, option.label, option.label.trim()].includes(text))""";
    private static final String IS_CHOSEN = """
            (select, texts) => {
              const chosen = [...select.selectedOptions].map(option => [option.value, option.label.trim()]);
              return chosen.length === texts.length
                && texts.every(text => chosen.some(([value, label]) => value === text || label === text.trim()));
            }""";
    private static final String IS_GONE = "select => !select.isConnected";

    Optional<LocalizedMessage> choose(String value) {
        List<String> texts = texts(value);
        try {
            select(texts, new ElementHandle.SelectOptionOptions().setTimeout(limitMillis.getAsDouble()));
        } catch (TimeoutError timeout) {
            return Optional.of(select.obstacle()
                    .orElseGet(() -> LocalizedMessage.of(
                            texts.stream().allMatch(text -> is(HAS, text))
                                    ? "outcome.fill.optionDisabled"
                                    : "outcome.fill.noOption")));
        }
        return isChosen(texts) ? Optional.empty() : Optional.of(LocalizedMessage.of("outcome.fill.otherOption"));
    }

    /** Several texts are on lines of their own, or separated by commas unless that is the text of an option. */
    private List<String> texts(String value) {
        if (!select.isOf("select-multiple")) {
            return List.of(value);
        }
        boolean single = is(HAS, value);
        Stream<String> parts =
                single ? Stream.of(value) : Arrays.stream(value.split(value.contains("\n") ? "\n" : ","));
        return parts.map(text -> single ? text : text.strip())
                .filter(text -> single || !text.isEmpty())
                .distinct()
                .toList();
    }

    /** Options that are not there yet are awaited; then it is unknown whether the text is a value or a label. */
    private void select(List<String> texts, ElementHandle.SelectOptionOptions timeout) {
        if (texts.stream().allMatch(text -> is(HAS, text))) {
            select.element().selectOption(texts.stream().map(this::option).toArray(SelectOption[]::new), timeout);
        } else {
            select.element().selectOption(texts.toArray(String[]::new), timeout);
        }
    }

    private SelectOption option(String text) {
        return is(HAS_VALUE, text) ? new SelectOption().setValue(text) : new SelectOption().setLabel(text);
    }

    /** A page that leaves or removes the select has accepted the choice. */
    private boolean isChosen(List<String> texts) {
        try {
            return is(IS_GONE, null) || is(IS_CHOSEN, texts);
        } catch (PlaywrightException pageGone) {
            return true;
        }
    }

    private boolean is(String script, Object argument) {
        return Boolean.TRUE.equals(select.element().evaluate(script, argument));
    }
}
