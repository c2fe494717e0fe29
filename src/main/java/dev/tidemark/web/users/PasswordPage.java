package dev.tidemark.web.users;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.security.account.PasswordRules;
import dev.tidemark.security.auth.AuthenticationMechanism;
import dev.tidemark.web.support.FieldErrors;
import dev.tidemark.web.support.FormResponse;
import dev.tidemark.web.support.PageForbidden;
import dev.tidemark.web.support.PageRoute;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The page on which users change their own password. */
@PageRoute(value = "/settings/password", view = "/users/password.xhtml")
@Named
@RequestScoped
public class PasswordPage {

    private static final String FORM = "own";
    private static final String NEW = "password";
    private static final String DONE = "done";

    private final PasswordChange passwordChange;
    private final HttpServletRequest request;
    private FormState form = FormState.empty();

    @Inject
    public PasswordPage(PasswordChange passwordChange, HttpServletRequest request) {
        this.passwordChange = passwordChange;
        this.request = request;
    }

    public void load() {
        FormResponse.noStore();
        if (!request.isUserInRole(AuthenticationMechanism.SIGNED_IN_USER)) {
            PageForbidden.respond();
        } else if (request.getMethod().equals("POST")) {
            change();
        }
    }

    private void change() {
        form = FormState.of(FORM, request::getParameter);
        ValidationErrors errors = new ValidationErrors();
        check();
        if (form.isValid()) {
            passwordChange.change(request, form.secret("oldPassword"), form.secret(NEW), errors);
            form.addAll(errors.all());
        }
        if (form.isValid()) {
            FormResponse.seeOther("/settings/password?" + DONE + "=yes");
        } else {
            FormResponse.unprocessable();
        }
    }

    private void check() {
        if (form.secret("oldPassword").isEmpty()) {
            form.add("oldPassword", LocalizedMessage.of("validation.oldPassword.missing"));
        }
        try {
            PasswordRules.require(form.secret(NEW), request.getRemoteUser());
        } catch (InvalidValueException invalid) {
            form.add(NEW, invalid.localizedMessage());
        }
        if (!form.secret(NEW).equals(form.secret("again"))) {
            form.add("again", LocalizedMessage.of("validation.again.different"));
        }
    }

    public boolean isDone() {
        return request.getParameter(DONE) != null;
    }

    /** The errors of an input; blank if it is valid. */
    public LocalizedMessage error(String input) {
        return form.at(input);
    }

    public List<FieldErrors.FieldError> getErrors() {
        return form.all();
    }
}
