package dev.tidemark.web.secret;

import dev.tidemark.config.secret.SecretStore;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.web.support.FieldErrors;
import dev.tidemark.web.support.FormResponse;
import dev.tidemark.web.support.PageForbidden;
import dev.tidemark.web.support.PageRoute;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The page to add, replace and delete secrets. It never shows a value. */
@PageRoute(value = "/settings/secrets", view = "/secret/secrets.xhtml")
@Named
@RequestScoped
public class SecretsPage {

    private static final String ADDRESS = "/settings/secrets";
    private static final String NAME = "name";
    private static final String VALUE = "value";
    private static final Set<String> VALUE_ERRORS = Set.of("validation.secret.value", "validation.secret.reference");

    private final SecretStore secrets;
    private final SecretUsage usage;
    private final HttpServletRequest request;
    private final FieldErrors errors = FieldErrors.none();
    private List<SecretDocument> rows = List.of();

    @Inject
    public SecretsPage(SecretStore secrets, SecretUsage usage, HttpServletRequest request) {
        this.secrets = secrets;
        this.usage = usage;
        this.request = request;
    }

    public void load() {
        FormResponse.noStore();
        if (!request.isUserInRole("operator")) {
            PageForbidden.respond();
            return;
        }
        if (request.getMethod().equals("POST")) {
            submit();
        }
        rows = secrets.all().stream()
                .map(secret -> SecretDocument.of(secret, usage))
                .toList();
    }

    private void submit() {
        try {
            if (text("act").equals("delete")) {
                delete(text(NAME));
            } else {
                secrets.put(getName(), text(VALUE), request.getRemoteUser());
            }
        } catch (InvalidValueException invalid) {
            boolean ofValue = VALUE_ERRORS.contains(invalid.localizedMessage().key());
            errors.add(ofValue ? VALUE : NAME, invalid.localizedMessage());
        }
        if (errors.isEmpty()) {
            FormResponse.seeOther(ADDRESS);
        } else {
            FormResponse.unprocessable();
        }
    }

    private void delete(String name) {
        secrets.find(name).map(secret -> SecretDocument.of(secret, usage)).ifPresent(secret -> {
            if (secret.isUsed()) {
                throw new InvalidValueException("problem.secret.inUse", name, secret.users());
            }
            secrets.remove(name);
        });
    }

    public List<SecretDocument> getRows() {
        return rows;
    }

    /** The submitted name, or the one of the secret to replace. */
    public String getName() {
        return text(NAME).strip();
    }

    public LocalizedMessage getNameError() {
        return errors.at(NAME);
    }

    public LocalizedMessage getValueError() {
        return errors.at(VALUE);
    }

    public List<FieldErrors.FieldError> getErrors() {
        return errors.all();
    }

    private String text(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
