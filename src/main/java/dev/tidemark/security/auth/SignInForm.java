package dev.tidemark.security.auth;

import dev.tidemark.platform.http.HtmlEscaper;

/** The form to sign in with. */
final class SignInForm {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Sign in - Tidemark</title>
            <link rel="icon" href="/assets/newest/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/assets/newest/app.css">
            </head>
            <body>
            <main class="login">
            <form class="card" method="post" action="/login">
            <h1 class="brand"><img src="/assets/newest/icon.svg" width="32" height="32" alt=""> Tidemark</h1>
            %s<input type="hidden" name="to" value="%s">
            <label class="field">User <input name="user" autocomplete="username" required value="%s"></label>
            <label class="field">Password
            <input type="password" name="password" autocomplete="current-password" required autofocus></label>
            <button class="primary">Sign in</button>
            <p class="hint">The password of <code>admin</code> was shown at the first start. Lost? An operator can set
            another; so can <code>TIDEMARK_ADMIN_PASSWORD</code> at the next start.</p>
            </form>
            </main>
            </body>
            </html>
            """;

    private static final String FIRST_USER = "admin";

    private SignInForm() {}

    /**
     * @param user who was typed before; null for nobody
     * @param back the path to go to afterwards
     * @param message what went wrong before; may be empty
     */
    static String html(String user, String back, String message) {
        String alert = message.isEmpty()
                ? ""
                : "<p class=\"note note-poor\" role=\"alert\">" + HtmlEscaper.escape(message) + "</p>\n";
        return PAGE.formatted(alert, HtmlEscaper.escape(back), HtmlEscaper.escape(user == null ? FIRST_USER : user));
    }
}
