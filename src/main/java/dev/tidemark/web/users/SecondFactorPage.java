package dev.tidemark.web.users;

import dev.tidemark.platform.http.HtmlEscaper;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.security.account.SecondFactors;
import dev.tidemark.security.account.TotpSecret;
import dev.tidemark.security.auth.AuthenticationMechanism;
import dev.tidemark.web.support.FieldErrors;
import dev.tidemark.web.support.FormResponse;
import dev.tidemark.web.support.PageForbidden;
import dev.tidemark.web.support.PageRoute;
import dev.tidemark.web.support.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * The page on which users set up or remove their own second factor. Both require the current password, so that an unattended session
 * does not give away the account.
 */
@PageRoute(value = "/settings/second-factor", view = "/users/second-factor.xhtml")
@Named
@RequestScoped
public class SecondFactorPage {

    private static final String ADDRESS = "/settings/second-factor";
    private static final String PASSWORD = "password";
    private static final String CODE = "code";

    private final SecondFactors factors;
    private final CurrentPassword passwords;
    private final HttpServletRequest request;
    private final Viewer viewer;
    private FormState form = FormState.empty();
    private List<String> recoveryCodes = List.of();
    private Optional<TotpSecret> secret = Optional.empty();

    @Inject
    public SecondFactorPage(
            SecondFactors factors, CurrentPassword passwords, HttpServletRequest request, Viewer viewer) {
        this.factors = factors;
        this.passwords = passwords;
        this.request = request;
        this.viewer = viewer;
    }

    public void load() {
        FormResponse.noStore();
        if (!request.isUserInRole(AuthenticationMechanism.SIGNED_IN_USER)) {
            PageForbidden.respond();
            return;
        }
        if (request.getMethod().equals("POST")) {
            submit();
        }
        if (recoveryCodes.isEmpty()) {
            secret = factors.begin(request.getRemoteUser());
        }
    }

    private void submit() {
        String act = Optional.ofNullable(request.getParameter("act")).orElse("");
        form = FormState.of(act, request::getParameter);
        passwords.check(request.getRemoteUser(), form.secret(PASSWORD)).ifPresent(error -> form.add(PASSWORD, error));
        if (form.isValid() && act.equals("confirm")) {
            confirm();
        } else if (form.isValid() && act.equals("remove")) {
            factors.remove(request.getRemoteUser(), request.getRemoteUser());
        }
        if (!form.isValid()) {
            FormResponse.unprocessable();
        } else if (recoveryCodes.isEmpty()) {
            FormResponse.seeOther(ADDRESS);
        }
    }

    private void confirm() {
        Optional<List<String>> codes =
                factors.confirm(request.getRemoteUser(), form.value(CODE).replaceAll("\\s", ""));
        codes.ifPresentOrElse(
                created -> recoveryCodes = created,
                () -> form.add(CODE, LocalizedMessage.of("secondFactor.error.wrongCode")));
    }

    /** Whether the user must set it up before anything else. */
    public boolean isRequired() {
        return request.getAttribute(AuthenticationMechanism.SECOND_FACTOR_MISSING) != null && recoveryCodes.isEmpty();
    }

    /** Whether there is an active second factor. */
    public boolean isActive() {
        return secret.isEmpty();
    }

    /** The recovery codes that were created now; empty otherwise. */
    public List<String> getRecoveryCodes() {
        return recoveryCodes;
    }

    public long getRecoveryCodesLeft() {
        return factors.recoveryCodesLeft(request.getRemoteUser());
    }

    /** The secret as text, in groups of four. */
    public String getSecret() {
        return secret.map(TotpSecret::readable).orElse("");
    }

    /** The secret as QR code: an SVG element. */
    public String getQrCode() {
        return secret.map(one -> QrSvg.of(
                        one.uri(request.getRemoteUser(), request.getServerName()),
                        HtmlEscaper.escape(viewer.messages().get("secondFactor.qrCode"))))
                .orElse("");
    }

    /** The errors of an input of a form; blank if it is valid. */
    public LocalizedMessage error(String of, String input) {
        return form.is(of) ? form.at(input) : LocalizedMessage.EMPTY;
    }

    public List<FieldErrors.FieldError> getErrors() {
        return form.all();
    }
}
