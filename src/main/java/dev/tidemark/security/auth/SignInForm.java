package dev.tidemark.security.auth;

import dev.tidemark.platform.http.HtmlEscaper;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The HTML of the sign-in page. */
final class SignInForm {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s</title>
            <link rel="icon" href="/assets/newest/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/assets/newest/app.css">
            </head>
            <body>
            <main class="login">
            <div class="card">
            <h1 class="brand"><img src="/assets/newest/icon.svg" width="32" height="32" alt=""> Tidemark</h1>
            %s</div>
            </main>
            </body>
            </html>
            """;

    private static final String CODE = """
            <form method="post" action="/login/code">
            <input type="hidden" name="to" value="%s">
            <label class="field">%s
            <input name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" required autofocus></label>
            <button class="primary">%s</button>
            <p class="hint">%s</p>
            </form>
            """;

    private static final String PASSWORD = """
            <form method="post" action="/login">
            <input type="hidden" name="to" value="%s">
            <label class="field">%s <input name="user" autocomplete="username" required value="%s"></label>
            <label class="field">%s
            <input type="password" name="password" autocomplete="current-password" required%s></label>
            <button class="primary">%s</button>
            <p class="hint">%s</p>
            </form>
            """;

    private static final String FIRST_USER = "admin";

    private SignInForm() {}

    /**
     * Renders the page.
     *
     * @param ways that are offered
     * @param user as entered before; null for none
     * @param back the path to go to after signing in
     * @param error why signing in failed; may be blank
     */
    static String html(Ways ways, String user, String back, LocalizedMessage error, Messages language) {
        String fields = (ways.provider() ? provider(back, language) : "")
                + (ways.passwords() ? password(ways, user, back, language) : "");
        return page(fields, error, language);
    }

    /** Renders the page that asks for a code after the password. */
    static String codeHtml(String back, LocalizedMessage error, Messages language) {
        String fields = CODE.formatted(
                HtmlEscaper.escape(back),
                text(language, "signIn.code.label"),
                text(language, "signIn.code.submit"),
                text(language, "signIn.code.hint"));
        return page(fields, error, language);
    }

    private static String page(String fields, LocalizedMessage error, Messages language) {
        String alert = error.isBlank()
                ? ""
                : "<p class=\"note note-poor\" role=\"alert\">" + HtmlEscaper.escape(language.format(error)) + "</p>\n";
        return PAGE.formatted(language.language().toLanguageTag(), text(language, "signIn.title"), alert + fields);
    }

    private static String provider(String back, Messages language) {
        String to = HtmlEscaper.escape(URLEncoder.encode(back, StandardCharsets.UTF_8));
        return "<p><a class=\"button primary\" href=\"/login/oidc?to=" + to + "\">"
                + text(language, "signIn.oidc.submit") + "</a></p>\n";
    }

    private static String password(Ways ways, String user, String back, Messages language) {
        return PASSWORD.formatted(
                HtmlEscaper.escape(back),
                text(language, "signIn.user"),
                HtmlEscaper.escape(user == null ? FIRST_USER : user),
                text(language, "signIn.password"),
                ways.provider() ? "" : " autofocus",
                text(language, "signIn.submit"),
                text(language, "signIn.hint"));
    }

    /** The ways to sign in: with a password, at the OpenID provider, or both. */
    record Ways(boolean passwords, boolean provider) {}

    private static String text(Messages language, String key) {
        return HtmlEscaper.escape(language.get(key));
    }
}
