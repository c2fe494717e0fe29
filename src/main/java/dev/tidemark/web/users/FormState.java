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
    private final UnaryOperator<String> typed;
    private final FieldErrors faults = FieldErrors.none();

    private FormState(String form, UnaryOperator<String> typed) {
        this.form = form;
        this.typed = typed;
    }

    static FormState empty() {
        return new FormState("", name -> "");
    }

    /** @param typed returns the value of an input; null if there is none */
    static FormState of(String form, UnaryOperator<String> typed) {
        return new FormState(form, typed);
    }

    boolean is(String other) {
        return form.equals(other);
    }

    String value(String name) {
        String value = SECRET.contains(name) ? null : typed.apply(name);
        return value == null ? "" : value;
    }

    /** The value of an input, also of a password; empty if there is none. */
    String secret(String name) {
        String value = typed.apply(name);
        return value == null ? "" : value;
    }

    void add(String name, LocalizedMessage detail) {
        faults.add(name, detail);
    }

    void addAll(List<ValidationError> found) {
        found.forEach(fault -> add(fault.place().pointer().replaceFirst("^/", ""), fault.detail()));
    }

    boolean isValid() {
        return faults.isEmpty();
    }

    LocalizedMessage at(String name) {
        return faults.at(name);
    }

    /** All errors, with the ids of the inputs. */
    List<FieldErrors.FieldError> all() {
        return faults.all().stream()
                .map(one -> one.input().isEmpty()
                        ? one
                        : new FieldErrors.FieldError(form + "-" + one.input(), one.detail()))
                .toList();
    }
}
