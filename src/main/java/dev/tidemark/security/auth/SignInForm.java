package dev.tidemark.security.auth;

import dev.tidemark.platform.http.BasePath;
import dev.tidemark.platform.http.HtmlEscaper;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The HTML of the sign-in page. */
record SignInForm(BasePath basePath, Messages language) {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s</title>
            <link rel="icon" href="%s" type="image/svg+xml">
            <link rel="stylesheet" href="%s">
            </head>
            <body>
            <main class="login">
            <div class="card">
            <h1 class="brand"><img src="%s" width="32" height="32" alt=""> Tidemark</h1>
            %s</div>
            </main>
            </body>
            </html>
            """;

    private static final String CODE = """
            <form method="post" action="%s">
            <input type="hidden" name="to" value="%s">
            <label class="field">%s
            <input name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" required autofocus></label>
            <button class="primary">%s</button>
            <p class="hint">%s</p>
            </form>
            """;

    private static final String PASSWORD = """
            <form method="post" action="%s">
            <input type="hidden" name="to" value="%s">
            <label class="field">%s <input name="user" autocomplete="username" required value="%s"></label>
            <label class="field">%s
            <input type="password" name="password" autocomplete="current-password" required%s></label>
            <button class="primary">%s</button>
            <p class="hint">%s</p>
            </form>
            """;

    private static final String ICON = "/assets/newest/icon.svg";
    private static final String FIRST_USER = "admin";

    /** In the language of the request. */
    static SignInForm of(HttpServletRequest request) {
        return new SignInForm(BasePath.of(request), Messages.of(request.getLocale()));
    }

    /**
     * Renders the page.
     *
     * @param ways that are offered
     * @param user as entered before; null for none
     * @param back the path to go to after signing in
     * @param error why signing in failed; may be blank
     */
    String html(Ways ways, String user, String back, LocalizedMessage error) {
        String fields = (ways.provider() ? provider(back) : "") + (ways.passwords() ? password(ways, user, back) : "");
        return page(fields, error);
    }

    /** Renders the page that asks for a code after the password. */
    String codeHtml(String back, LocalizedMessage error) {
        String fields = CODE.formatted(
                basePath.link("/login/code"),
                HtmlEscaper.escape(back),
                text("signIn.code.label"),
                text("signIn.code.submit"),
                text("signIn.code.hint"));
        return page(fields, error);
    }

    private String page(String fields, LocalizedMessage error) {
        String alert = error.isBlank()
                ? ""
                : "<p class=\"note note-poor\" role=\"alert\">" + HtmlEscaper.escape(language.format(error)) + "</p>\n";
        return PAGE.formatted(
                language.language().toLanguageTag(),
                text("signIn.title"),
                basePath.link(ICON),
                basePath.link("/assets/newest/app.css"),
                basePath.link(ICON),
                alert + fields);
    }

    private String provider(String back) {
        String to = HtmlEscaper.escape(URLEncoder.encode(back, StandardCharsets.UTF_8));
        return "<p><a class=\"button primary\" href=\"" + basePath.link("/login/oidc?to=" + to) + "\">"
                + text("signIn.oidc.submit") + "</a></p>\n";
    }

    private String password(Ways ways, String user, String back) {
        return PASSWORD.formatted(
                basePath.link("/login"),
                HtmlEscaper.escape(back),
                text("signIn.user"),
                HtmlEscaper.escape(user == null ? FIRST_USER : user),
                text("signIn.password"),
                ways.provider() ? "" : " autofocus",
                text("signIn.submit"),
                text("signIn.hint"));
    }

    /** The ways to sign in: with a password, at the OpenID provider, or both. */
    record Ways(boolean passwords, boolean provider) {}

    private String text(String key) {
        return HtmlEscaper.escape(language.get(key));
    }
}
