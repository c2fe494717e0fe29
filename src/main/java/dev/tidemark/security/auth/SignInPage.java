package dev.tidemark.security.auth;

import dev.tidemark.platform.http.HtmlEscaper;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Shows the sign-in page, with a password, a link to the OpenID provider, or both. */
@ApplicationScoped
public class SignInPage {

    /** The request attribute with the name of the user who tried to sign in. */
    public static final String USER = "dev.tidemark.security.auth.user";

    private static final String SIGNED_OUT = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="refresh" content="0; url=%s">
            <title>%s</title>
            </head>
            <body><p><a href="%s">%s</a></p></body>
            </html>
            """;

    private static final Pattern PATH = Pattern.compile("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");
    /** Browsers resolve such segments, also encoded: https://url.spec.whatwg.org/#double-dot-path-segment */
    private static final Pattern LEAVES = Pattern.compile("(?i)[^?#]*/(\\.|%2e){1,2}([/?#].*)?");

    private final boolean provider;
    private final boolean passwords;

    /**
     * @param issuer of the OpenID provider, {@code TIDEMARK_OIDC_ISSUER}
     * @param passwords whether users sign in with a password too, {@code TIDEMARK_LOCAL_SIGN_IN}
     */
    @Inject
    public SignInPage(
            @ConfigProperty(name = "tidemark.oidc.issuer") Optional<String> issuer,
            @ConfigProperty(name = "tidemark.local.sign.in", defaultValue = "true") boolean passwords) {
        this.provider = issuer.isPresent();
        this.passwords = passwords || issuer.isEmpty();
    }

    boolean allowsPasswords() {
        return passwords;
    }

    /** Shows the page with a message, which may be blank. */
    public void show(HttpServletRequest request, HttpServletResponse response, int status, LocalizedMessage message)
            throws IOException {
        SignInResponse.send(
                response,
                status,
                SignInForm.of(request)
                        .html(
                                new SignInForm.Ways(passwords, provider),
                                request.getParameter("user"),
                                back(request),
                                message));
    }

    /**
     * Sends the browser on to sign out of the provider. Not by a redirect: the policy of forms applies to redirects of their
     * responses as well.
     */
    void showSignOut(HttpServletRequest request, HttpServletResponse response, URI next) throws IOException {
        Messages language = Messages.of(request.getLocale());
        String url = HtmlEscaper.escape(next.toString());
        String text = HtmlEscaper.escape(language.get("signIn.oidc.signOut"));
        SignInResponse.send(
                response,
                HttpServletResponse.SC_OK,
                SIGNED_OUT.formatted(language.language().toLanguageTag(), url, text, url, text));
    }

    /** The path after signing in: only paths of this server. */
    public static String back(HttpServletRequest request) {
        return ownPath(SignInResponse.parameter(request, "to"));
    }

    /** The path if it stays below the base path, which is put in front of it; otherwise that of the overview. */
    static String ownPath(String to) {
        return PATH.matcher(to).matches() && !LEAVES.matcher(to).matches() ? to : "/";
    }
}
