package dev.tidemark.web.support;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;

/** A page with a form: keeps the errors of the submitted values, and returns them to the view by input. */
public abstract class SubmittedForm {

    private FieldErrors errors = FieldErrors.none();

    /** Shows the form again with its errors (422). */
    protected void reject(FieldErrors found) {
        errors = found;
        FormResponse.unprocessable();
    }

    /** Shows the form again, because it conflicts with the current state (409). */
    protected void conflict(LocalizedMessage detail) {
        errors.add("", detail);
        FormResponse.conflict();
    }

    /** The errors of an input; blank if it is valid. */
    public LocalizedMessage error(String input) {
        return errors.at(input);
    }

    public List<FieldErrors.FieldError> getErrors() {
        return errors.all();
    }
}
