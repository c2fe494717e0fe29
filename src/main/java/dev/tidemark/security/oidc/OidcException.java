package dev.tidemark.security.oidc;

import dev.tidemark.platform.i18n.LocalizedMessage;

/** A sign-in that cannot be completed, with a message for the person who signs in. */
class OidcException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient LocalizedMessage text;

    private OidcException(int status, LocalizedMessage text, Throwable cause) {
        super(text.toString(), cause);
        this.status = status;
        this.text = text;
    }

    /** The provider does not answer, or not as the standard requires. */
    static OidcException unavailable(String issuer, Throwable cause) {
        return new OidcException(503, LocalizedMessage.of("signIn.oidc.unavailable", issuer), cause);
    }

    /** The response of the provider does not belong to this browser, or is not valid. */
    static OidcException invalid(String key, Throwable cause) {
        return new OidcException(400, LocalizedMessage.of(key), cause);
    }

    /** The user may not sign in. */
    static OidcException refused(LocalizedMessage text) {
        return new OidcException(403, text, null);
    }

    int status() {
        return status;
    }

    LocalizedMessage text() {
        return text;
    }
}
