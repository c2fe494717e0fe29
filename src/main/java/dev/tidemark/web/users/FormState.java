package dev.tidemark.web.users;

import dev.tidemark.config.document.ValidationError;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.web.support.FieldErrors;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A submitted form with its errors by input. Passwords are not returned. */
final class FormState {

    private static final Set<String> SECRET = Set.of("password", "oldPassword", "again");

    private final String form;
    private final UnaryOperator<String> values;
    private final FieldErrors errors = FieldErrors.none();

    private FormState(String form, UnaryOperator<String> values) {
        this.form = form;
        this.values = values;
    }

    static FormState empty() {
        return new FormState("", name -> "");
    }

    /** @param values returns the value of an input; null if there is none */
    static FormState of(String form, UnaryOperator<String> values) {
        return new FormState(form, values);
    }

    boolean is(String other) {
        return form.equals(other);
    }

    String value(String name) {
        String value = SECRET.contains(name) ? null : values.apply(name);
        return value == null ? "" : value;
    }

    /** The value of an input, also of a password; empty if there is none. */
    String secret(String name) {
        String value = values.apply(name);
        return value == null ? "" : value;
    }

    void add(String name, LocalizedMessage detail) {
        errors.add(name, detail);
    }

    void addAll(List<ValidationError> found) {
        found.forEach(error -> add(error.place().pointer().replaceFirst("^/", ""), error.detail()));
    }

    boolean isValid() {
        return errors.isEmpty();
    }

    LocalizedMessage at(String name) {
        return errors.at(name);
    }

    /** All errors, with the ids of the inputs. */
    List<FieldErrors.FieldError> all() {
        return errors.all().stream()
                .map(one -> one.input().isEmpty()
                        ? one
                        : new FieldErrors.FieldError(form + "-" + one.input(), one.detail()))
                .toList();
    }
}
