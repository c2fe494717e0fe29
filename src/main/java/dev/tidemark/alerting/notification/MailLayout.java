package dev.tidemark.alerting.notification;

import dev.tidemark.platform.http.HtmlEscaper;
import java.util.Map;

/** What every mail is written on: a page of its own that a phone and a dark room can bear. */
public final class MailLayout {

    /** The colours of what is bad, doubtful, good and beside the point: readable on white, and as a ground under white. */
    public static final String POOR = "#b3261e";

    public static final String FAIR = "#8a5300";
    public static final String GOOD = "#1b6e3c";
    public static final String QUIET = "#5a6570";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
            <title>{title}</title>
            <style>
            :root { color-scheme: light dark; }
            @media (prefers-color-scheme: dark) {
              body, .sheet { background: #14181d !important; color: #e8ecf0 !important; }
              .quiet { color: #a6b0ba !important; } a { color: #8ab8ff !important; } a.act { color: #ffffff !important; }
              .good { color: #63d494 !important; } .fair { color: #f2b65c !important; } .poor { color: #ff8f85 !important; }
            }
            </style></head>
            <body style="margin:0;padding:16px;background:#ffffff;color:#1a2026;font:16px/1.5 system-ui,sans-serif">
            <div class="sheet" style="max-width:600px;margin:0 auto">
            {body}
            </div></body></html>
            """;

    private MailLayout() {}

    /** A whole document around a body that is HTML already. */
    static String page(String title, String body) {
        return TextTemplate.fill(PAGE, Map.of("title", HtmlEscaper.escape(title), "body", body));
    }
}
