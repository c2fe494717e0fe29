package dev.tidemark.access;

/** The form to sign in with. */
final class LoginForm {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Sign in - Tidemark</title>
            <link rel="stylesheet" href="/access/login.css">
            </head>
            <body>
            <main>
            <h1>Tidemark</h1>
            %s<form method="post" action="/login">
            <input type="hidden" name="to" value="%s">
            <label>User <input name="user" autocomplete="username" required autofocus value="admin"></label>
            <label>Password <input type="password" name="password" autocomplete="current-password" required></label>
            <button>Sign in</button>
            </form>
            <p>The password was shown at the first start. Lost? Set TIDEMARK_ADMIN_PASSWORD and start again.</p>
            </main>
            </body>
            </html>
            """;

    private LoginForm() {}

    /**
     * @param back the path to go to afterwards
     * @param message what went wrong before; may be empty
     */
    static String html(String back, String message) {
        String alert = message.isEmpty() ? "" : "<p role=\"alert\">" + escape(message) + "</p>\n";
        return PAGE.formatted(alert, escape(back));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
