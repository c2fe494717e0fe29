package dev.tidemark.alerting.notification;

import dev.tidemark.platform.http.HtmlEscaper;
import dev.tidemark.platform.i18n.UtcTimestamp;
import java.util.Map;

/** The page layout of all e-mails: responsive, with a dark mode. */
public final class MailLayout {

    /** Colours of poor, fair, good and secondary text: readable on white, and as a background of white text. */
    public static final String POOR = "#b3261e";

    public static final String FAIR = "#8a5300";
    public static final String GOOD = "#1b6e3c";
    public static final String MUTED = "#5a6570";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="{lang}"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
            <title>{title}</title>
            <style>
            :root { color-scheme: light dark; }
            @media (prefers-color-scheme: dark) {
              body, .page { background: #14181d !important; color: #e8ecf0 !important; }
              .quiet { color: #a6b0ba !important; } a { color: #8ab8ff !important; } a.act { color: #ffffff !important; }
              .good { color: #63d494 !important; } .fair { color: #f2b65c !important; } .poor { color: #ff8f85 !important; }
            }
            </style></head>
            <body style="margin:0;padding:16px;background:#ffffff;color:#1a2026;font:16px/1.5 system-ui,sans-serif">
            <div class="page" style="max-width:600px;margin:0 auto">
            {body}
            </div></body></html>
            """;

    private MailLayout() {}

    /**
     * The whole document, in the language of the installation.
     *
     * @param title plain text
     * @param body HTML
     */
    public static String page(String title, String body) {
        return TextTemplate.fill(
                PAGE,
                Map.of(
                        "lang",
                        UtcTimestamp.language().toLanguageTag(),
                        "title",
                        HtmlEscaper.escape(title),
                        "body",
                        body));
    }
}
