package dev.tidemark.security.auth;

import dev.tidemark.platform.http.HtmlEscaper;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;

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
            <form class="card" method="post" action="%s">
            <h1 class="brand"><img src="/assets/newest/icon.svg" width="32" height="32" alt=""> Tidemark</h1>
            %s<input type="hidden" name="to" value="%s">
            %s<button class="primary">%s</button>
            <p class="hint">%s</p>
            </form>
            </main>
            </body>
            </html>
            """;

    private static final String CREDENTIALS = """
            <label class="field">%s <input name="user" autocomplete="username" required value="%s"></label>
            <label class="field">%s
            <input type="password" name="password" autocomplete="current-password" required autofocus></label>
            """;

    private static final String CODE = """
            <label class="field">%s
            <input name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" required autofocus></label>
            """;

    private static final String FIRST_USER = "admin";

    private SignInForm() {}

    /**
     * Renders the page.
     *
     * @param user as entered before; null for none
     * @param back the path to go to after signing in
     * @param error why signing in failed; may be blank
     */
    static String html(String user, String back, LocalizedMessage error, Messages language) {
        String fields = CREDENTIALS.formatted(
                text(language, "signIn.user"),
                HtmlEscaper.escape(user == null ? FIRST_USER : user),
                text(language, "signIn.password"));
        return page("/login", fields, back, error, language, "signIn.submit", "signIn.hint");
    }

    /** Renders the page that asks for a code after the password. */
    static String codeHtml(String back, LocalizedMessage error, Messages language) {
        String fields = CODE.formatted(text(language, "signIn.code.label"));
        return page("/login/code", fields, back, error, language, "signIn.code.submit", "signIn.code.hint");
    }

    private static String page(
            String action,
            String fields,
            String back,
            LocalizedMessage error,
            Messages language,
            String submit,
            String hint) {
        String alert = error.isBlank()
                ? ""
                : "<p class=\"note note-poor\" role=\"alert\">" + HtmlEscaper.escape(language.format(error)) + "</p>\n";
        return PAGE.formatted(
                language.language().toLanguageTag(),
                text(language, "signIn.title"),
                action,
                alert,
                HtmlEscaper.escape(back),
                fields,
                text(language, submit),
                text(language, hint));
    }

    private static String text(Messages language, String key) {
        return HtmlEscaper.escape(language.get(key));
    }
}
