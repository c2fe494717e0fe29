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

/** The page to add, replace and delete secrets. It never shows a value. */
@PageRoute(value = "/settings/secrets", view = "/secret/secrets.xhtml")
@Named
@RequestScoped
public class SecretsPage {

    private static final String ADDRESS = "/settings/secrets";

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
                delete(text("name"));
            } else {
                secrets.put(getName(), text("value"), request.getRemoteUser());
            }
        } catch (InvalidValueException invalid) {
            errors.add("name", invalid.localizedMessage());
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
        return text("name").strip();
    }

    public LocalizedMessage getNameError() {
        return errors.at("name");
    }

    public List<FieldErrors.FieldError> getErrors() {
        return errors.all();
    }

    private String text(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
